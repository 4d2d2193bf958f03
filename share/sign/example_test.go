package sign_test

import (
	"fmt"

	"github.com/shutdowncecot/toolkit/share/sign"
)

// A signature proves a file and the comment beside it, to whoever has the key
// that is made public.
func Example() {
	key, err := sign.Generate()
	if err != nil {
		fmt.Println(err)
		return
	}
	file, err := key.Sign([]byte("the sums of a kit"), "campaign:old-mill", "")
	if err != nil {
		fmt.Println(err)
		return
	}
	s, err := sign.ParseSignature(file)
	if err != nil {
		fmt.Println(err)
		return
	}
	fmt.Println(s.Comment(), key.Public().Verify([]byte("the sums of a kit"), s))
	fmt.Println(key.Public().Verify([]byte("other sums"), s))
	// Output:
	// campaign:old-mill <nil>
	// the signature is of something else
}
