package inspect_test

import (
	"fmt"
	"log"

	"github.com/shutdowncecot/toolkit/graphic"
	"github.com/shutdowncecot/toolkit/graphic/inspect"
)

// A flyer is printed once: before that, see whether its code can be scanned
// and every text read.
func ExampleGraphic() {
	flyer, ok := graphic.LookupFormat("letter")
	if !ok {
		log.Fatal("no such format")
	}
	g, err := graphic.New(graphic.Card{
		Headline: "The library is open on Sundays", Attribution: "According to the Town Council",
		Source: "Source: Millbrook Town Council, 4 Mar 2031",
		Action: graphic.Action{Verb: "Come to the hearing", Prompt: "Scan or type:", URL: "https://library.example/hearing"},
	}, &graphic.Options{Format: flyer})
	if err != nil {
		log.Fatal(err)
	}
	r := inspect.Graphic(g)
	for _, c := range r.Symbols {
		fmt.Println("scans as", c.Content)
	}
	fmt.Println(len(r.Defects), "defects")
	// Output:
	// scans as https://library.example/hearing
	// 0 defects
}

// A code in any picture, such as a photograph of a printed flyer.
func ExampleRead() {
	code, err := graphic.QR("https://library.example/hearing", nil)
	if err != nil {
		log.Fatal(err)
	}
	content, err := inspect.Read(code.Image())
	fmt.Println(content, err)
	// Output: https://library.example/hearing <nil>
}
