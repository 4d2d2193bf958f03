package share

import "github.com/shutdowncecot/toolkit/hashtag"

// Intent is the link that opens a platform's composer with the post in it, or
// "": see [hashtag.Platform.Intent]. A platform that is not known has none.
func Intent(platform string, p hashtag.Post) string {
	on, _ := hashtag.Lookup(platform)
	return on.Intent(p)
}
