// Package parts draws what cards are made of: passages, figures, charts, codes
// and furniture, each at any height between its least and its most, and the
// columns that share a canvas's height among them. A part holds finished words
// and numbers; it knows neither cards nor blocks.
//
// Lengths are in px of the canvas. U is the unit of a card's look, about a
// hundred-and-eighth of its short side.
package parts
