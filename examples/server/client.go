package main

import (
	"context"
	"net/http"
	"net/netip"
	"strings"
)

// clientName is the key of a request's client among the values of its context.
type clientName struct{}

// withClient keeps of whom a request is, for as long as it is answered.
func withClient(ctx context.Context, r *http.Request) context.Context {
	return context.WithValue(ctx, clientName{}, clientOf(r))
}

// clientIn is the client of a request; "" for one that is not told from others.
func clientIn(ctx context.Context) string {
	name, _ := ctx.Value(clientName{}).(string)
	return name
}

// clientOf tells clients apart by their address, in IPv6 by the network of which
// each has one. Who asks from this computer or a private network is a proxy,
// whose last word on X-Forwarded-For is the client, or somebody of the house.
func clientOf(r *http.Request) string {
	from, err := netip.ParseAddrPort(r.RemoteAddr)
	if err != nil {
		return ""
	}
	addr := from.Addr().Unmap()
	if addr.IsLoopback() || addr.IsPrivate() || addr.IsLinkLocalUnicast() {
		all := r.Header.Values("X-Forwarded-For")
		if len(all) == 0 {
			return ""
		}
		last := all[len(all)-1]
		addr, err = netip.ParseAddr(strings.TrimSpace(last[strings.LastIndexByte(last, ',')+1:]))
		if err != nil {
			return ""
		}
		addr = addr.Unmap()
	}
	const household = 64 // bits
	if addr.Is6() {
		net, _ := addr.WithZone("").Prefix(household)
		return net.String()
	}
	return addr.String()
}
