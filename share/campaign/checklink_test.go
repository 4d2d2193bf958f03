package campaign

import (
	"errors"
	"testing"
)

func TestCheckLink(t *testing.T) {
	for address, rule := range map[string]string{
		"https://oldmill.example/books":      "",
		"tel:+1-202-555-0100":                "",
		"mailto:desk@oldmill.example":        "",
		"":                                   "address-incomplete",
		"oldmill":                            "address-incomplete",
		"https://oldmill":                    "address-incomplete",
		"https://ana:secret@oldmill.example": "address-incomplete",
		"https://oldmill.example/a b":        "address-incomplete",
		"tel:":                               "address-incomplete",
		"https://[":                          "address-incomplete",
		"oldmill.example/books":              "address-near",
		"http://oldmill.example":             "http",
		"javascript:alert(1)":                "address-incomplete",
		"data:text/html,x":                   "address-incomplete",
		"https://bit.ly/3abc":                "link-shortened",
		"https://oldmill.example/books?utm_source=x":                                        "link-tracked",
		"https://oldmill.example/books#fbclid=1":                                            "link-tracked",
		"https://nam12.safelinks.protection.outlook.com/?url=https%3A%2F%2Foldmill.example": "link-shortened",
	} {
		err := CheckLink(address)
		var refused *LinkError
		if !errors.As(err, &refused) != (rule == "") || rule != "" && refused.Rule() != rule {
			t.Errorf("%q: got %v, want rule %q", address, err, rule)
		}
	}
	if err := CheckLink("tel:+1-202-555-0100", "https"); err == nil {
		t.Error("a telephone number passes as a page's address")
	}
}
