package follow

import (
	"net/url"
	"slices"
	"testing"
)

func TestShortener(t *testing.T) {
	for host, want := range map[string]bool{
		"bit.ly": true, "BIT.LY": true, "nam12.safelinks.protection.outlook.com": true, "rabbit.ly": false, "oldmill.example": false, "": false,
	} {
		if got := Shortener(host); got != want {
			t.Errorf("%q: %v", host, got)
		}
	}
}

func TestTrackers(t *testing.T) {
	for address, want := range map[string][]string{
		"https://oldmill.example/books?id=7":                       nil,
		"https://oldmill.example/books?utm_source=x&FBCLID=1&id=7": {"fbclid", "utm_source"},
		"https://oldmill.example/books?id=7#?igsh=a;igsh=b":        {"igsh"},
		"https://www.youtube.com/watch?v=a&si=b":                   {"si"},
		"https://oldmill.example/watch?v=a&si=b":                   nil,
		"https://x.com/oldmill/status/1?s=20&t=a":                  {"s", "t"},
		"https://library.example/search?s=mill&t=books&cmp=no":     nil,
	} {
		u, err := url.Parse(address)
		if err != nil {
			t.Fatal(err)
		}
		if got := Trackers(u); !slices.Equal(got, want) {
			t.Errorf("%s: %q, want %q", address, got, want)
		}
	}
}
