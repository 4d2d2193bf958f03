package graphic

import "image"

// outline is a frame of four rectangles, t thick, inside its box.
func outline(x, y, w, h, t float64) []image.Rectangle {
	return []image.Rectangle{
		pixels(x, y, w, t), pixels(x, y+h-t, w, t),
		pixels(x, y+t, t, h-2*t), pixels(x+w-t, y+t, t, h-2*t),
	}
}
