package main

import (
	"context"
	"errors"
	"io"
	"sync"

	"github.com/modelcontextprotocol/go-sdk/jsonrpc"
	"github.com/modelcontextprotocol/go-sdk/mcp"
)

// A draining transport ends only when every call has its answer. The SDK drops
// the answers that are under way when the other side has no more to ask, as a
// pipe does: modelcontextprotocol/go-sdk#1061.
type draining struct{ mcp.Transport }

func (t draining) Connect(ctx context.Context) (mcp.Connection, error) {
	c, err := t.Transport.Connect(ctx)
	return &drainingConn{Connection: c}, err
}

type drainingConn struct {
	mcp.Connection
	open sync.WaitGroup // calls without an answer
}

func (c *drainingConn) Read(ctx context.Context) (jsonrpc.Message, error) {
	m, err := c.Connection.Read(ctx)
	if errors.Is(err, io.EOF) {
		c.wait(ctx)
	}
	if call, ok := m.(*jsonrpc.Request); ok && call.IsCall() {
		c.open.Add(1)
	}
	return m, err
}

func (c *drainingConn) wait(ctx context.Context) {
	answered := make(chan struct{})
	go func() { c.open.Wait(); close(answered) }()
	select {
	case <-answered:
	case <-ctx.Done():
	}
}

func (c *drainingConn) Write(ctx context.Context, m jsonrpc.Message) error {
	err := c.Connection.Write(ctx, m)
	if _, ok := m.(*jsonrpc.Response); ok {
		c.open.Done()
	}
	return err
}
