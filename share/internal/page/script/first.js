'replaceChildren' in Element.prototype && document.documentElement.classList.add('js');
