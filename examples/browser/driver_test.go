package browser_test

import (
	"bufio"
	"bytes"
	"encoding/json"
	"fmt"
	"io"
	"net"
	"net/http"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"golang.org/x/net/websocket"
)

// A driver is a browser other than Chromium, told what to do by one of the two
// WebDriver protocols.
type driver interface {
	open(t *testing.T, address string)
	size(t *testing.T, width, height int)
	// run runs the body of an async function, and returns as JSON what that
	// returns.
	run(t *testing.T, script string) json.RawMessage
}

// noProxy is an address at which nobody answers: what the page would ask other
// computers for goes there.
const noProxy = "127.0.0.1:9"

// longest is how long one step may take on a busy machine.
const longest = 3 * time.Minute

// installed is a program's path; the test is left out, and says so, where none of
// the names is installed.
func installed(t testing.TB, names ...string) string {
	t.Helper()
	for _, name := range names {
		if path, err := exec.LookPath(name); err == nil {
			return path
		}
	}
	t.Skipf("NOT CHECKED: %s is not installed", names[0])
	return ""
}

// begin starts a program that ends with the test, and gives what it writes to its
// standard error.
func begin(t *testing.T, c *exec.Cmd) io.Reader {
	t.Helper()
	said, err := c.StderrPipe()
	if err != nil {
		t.Fatal(err)
	}
	if err := c.Start(); err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { _ = c.Process.Kill(); _ = c.Wait() })
	return said
}

/* ---- Firefox, by WebDriver BiDi ---- */

type firefox struct {
	socket  *websocket.Conn
	n       int
	context string // the tab
}

// firefoxPrefs keep it offline and have it save what is downloaded without asking.
const firefoxPrefs = `user_pref("network.proxy.type", 1);
user_pref("network.proxy.http", "127.0.0.1");
user_pref("network.proxy.http_port", 9);
user_pref("network.proxy.ssl", "127.0.0.1");
user_pref("network.proxy.ssl_port", 9);
user_pref("browser.download.folderList", 2);
user_pref("browser.download.useDownloadDir", true);
user_pref("browser.download.always_ask_before_handling_new_types", false);
user_pref("browser.shell.checkDefaultBrowser", false);
user_pref("datareporting.policy.dataSubmissionEnabled", false);
user_pref("browser.download.dir", %q);
`

// startFirefox starts one that saves into a folder.
func startFirefox(t *testing.T, saves string) driver {
	t.Helper()
	exe, profile := installed(t, "firefox-esr", "firefox"), t.TempDir()
	if err := os.WriteFile(filepath.Join(profile, "user.js"), fmt.Appendf(nil, firefoxPrefs, saves), 0o600); err != nil {
		t.Fatal(err)
	}
	const origin = "http://127.0.0.1"
	c := exec.Command(exe, "--headless", "--no-remote", "--profile", profile, "--remote-debugging-port", "0", "--remote-allow-origins", origin, "about:blank")
	c.Env = append(os.Environ(), "HOME="+profile, "MOZ_CRASHREPORTER_DISABLE=1")
	f := &firefox{socket: dial(t, begin(t, c), origin)}
	t.Cleanup(func() { _, _ = f.ask("browser.close", map[string]any{}) })
	f.tell(t, "session.new", map[string]any{"capabilities": map[string]any{}})
	var tree struct{ Contexts []struct{ Context string } }
	if err := json.Unmarshal(f.tell(t, "browsingContext.getTree", map[string]any{}), &tree); err != nil || len(tree.Contexts) == 0 {
		t.Fatalf("no tab: %v", err)
	}
	f.context = tree.Contexts[0].Context
	return f
}

// dial waits until a browser says where it listens, and connects.
func dial(t *testing.T, said io.Reader, origin string) *websocket.Conn {
	t.Helper()
	lines := bufio.NewScanner(said)
	for lines.Scan() {
		_, address, ok := strings.Cut(lines.Text(), "WebDriver BiDi listening on ")
		if !ok {
			continue
		}
		socket, err := websocket.Dial(strings.TrimSpace(address)+"/session", "", origin)
		if err != nil {
			t.Fatal(err)
		}
		t.Cleanup(func() { socket.Close() })
		go func() { _, _ = io.Copy(io.Discard, said) }()
		return socket
	}
	t.Fatal("Firefox does not say where it listens")
	return nil
}

func (f *firefox) ask(method string, params map[string]any) (json.RawMessage, error) {
	f.n++
	if err := websocket.JSON.Send(f.socket, map[string]any{"id": f.n, "method": method, "params": params}); err != nil {
		return nil, err
	}
	for {
		var said struct {
			ID             int
			Type           string
			Error, Message string
			Result         json.RawMessage
		}
		if err := f.socket.SetDeadline(time.Now().Add(longest)); err != nil {
			return nil, err
		}
		if err := websocket.JSON.Receive(f.socket, &said); err != nil {
			return nil, err
		}
		if said.ID == f.n && said.Type == "error" {
			return nil, fmt.Errorf("%s: %s: %s", method, said.Error, said.Message)
		}
		if said.ID == f.n {
			return said.Result, nil
		}
	}
}

func (f *firefox) tell(t *testing.T, method string, params map[string]any) json.RawMessage {
	t.Helper()
	said, err := f.ask(method, params)
	if err != nil {
		t.Fatal(err)
	}
	return said
}

func (f *firefox) open(t *testing.T, address string) {
	t.Helper()
	f.tell(t, "browsingContext.navigate", map[string]any{"context": f.context, "url": address, "wait": "complete"})
}

func (f *firefox) size(t *testing.T, width, height int) {
	t.Helper()
	f.tell(t, "browsingContext.setViewport", map[string]any{"context": f.context, "viewport": map[string]int{"width": width, "height": height}})
}

func (f *firefox) run(t *testing.T, script string) json.RawMessage {
	t.Helper()
	var said struct {
		Type             string
		Result           struct{ Value string }
		ExceptionDetails struct{ Text string }
	}
	got := f.tell(t, "script.evaluate", map[string]any{
		"expression": inJSON(script), "target": map[string]string{"context": f.context}, "awaitPromise": true, "userActivation": true,
	})
	if err := json.Unmarshal(got, &said); err != nil || said.Type != "success" {
		t.Fatalf("%s %v", said.ExceptionDetails.Text, err)
	}
	return json.RawMessage(said.Result.Value)
}

// inJSON is the body of an async function as an expression whose value is JSON.
func inJSON(script string) string {
	return "(async () => {" + script + "})().then(v => JSON.stringify(v === undefined ? null : v))"
}

/* ---- WebKitGTK, by WebDriver ---- */

type webkit struct {
	session string // its address
}

// startWebKit starts Debian's MiniBrowser on a screen that nobody sees. Its home
// is a folder of the test.
func startWebKit(t *testing.T, home string) driver {
	t.Helper()
	exe, screen := installed(t, "WebKitWebDriver"), installed(t, "Xvfb")
	found, _ := filepath.Glob("/usr/lib/*/webkit2gtk-4.*/MiniBrowser")
	if len(found) == 0 {
		t.Skip("NOT CHECKED: MiniBrowser of WebKitGTK is not installed")
	}
	if err := os.WriteFile(filepath.Join(home, "user-dirs.dirs"), []byte(`XDG_DOWNLOAD_DIR="$HOME/Downloads"`), 0o600); err != nil {
		t.Fatal(err)
	}
	port := freePort(t)
	c := exec.Command(exe, "--host=127.0.0.1", "--port="+port)
	c.Env = append(os.Environ(), "HOME="+home, "DISPLAY="+display(t, screen), "GDK_BACKEND=x11", "WEBKIT_DISABLE_COMPOSITING_MODE=1", "NO_AT_BRIDGE=1",
		"XDG_DATA_HOME="+home, "XDG_CACHE_HOME="+home, "XDG_CONFIG_HOME="+home)
	go func(said io.Reader) { _, _ = io.Copy(io.Discard, said) }(begin(t, c))
	w, address := &webkit{}, "http://127.0.0.1:"+port+"/session"
	options := map[string]any{"binary": found[len(found)-1], "args": []string{"--automation", "--proxy=http://" + noProxy}}
	wanted := map[string]any{"capabilities": map[string]any{"alwaysMatch": map[string]any{"webkitgtk:browserOptions": options}}}
	var made struct{ SessionID string }
	for tries := 0; ; tries++ {
		got, err := post(address, wanted)
		if err == nil {
			err = json.Unmarshal(got, &made)
		}
		if err == nil {
			break
		}
		if tries == 40 {
			t.Fatal(err)
		}
		time.Sleep(250 * time.Millisecond)
	}
	w.session = address + "/" + made.SessionID
	t.Cleanup(func() {
		if r, err := http.NewRequest(http.MethodDelete, w.session, nil); err == nil {
			_, _ = http.DefaultClient.Do(r)
		}
	})
	w.tell(t, "timeouts", map[string]any{"script": longest.Milliseconds(), "pageLoad": longest.Milliseconds()})
	return w
}

// display starts a screen and waits for its number.
func display(t *testing.T, exe string) string {
	t.Helper()
	r, w, err := os.Pipe()
	if err != nil {
		t.Fatal(err)
	}
	defer r.Close()
	c := exec.Command(exe, "-displayfd", "3", "-screen", "0", "1400x1000x24", "-nolisten", "tcp")
	c.ExtraFiles = []*os.File{w}
	begin(t, c)
	w.Close()
	number, err := bufio.NewReader(r).ReadString('\n')
	if err != nil {
		t.Skipf("NOT CHECKED: no screen could be started: %v", err)
	}
	return ":" + strings.TrimSpace(number)
}

func freePort(t *testing.T) string {
	t.Helper()
	l, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		t.Fatal(err)
	}
	defer l.Close()
	_, port, err := net.SplitHostPort(l.Addr().String())
	if err != nil {
		t.Fatal(err)
	}
	return port
}

// post sends a command and returns the value of the answer.
func post(address string, params any) (json.RawMessage, error) {
	body, err := json.Marshal(params)
	if err != nil {
		return nil, err
	}
	r, err := http.Post(address, "application/json", bytes.NewReader(body))
	if err != nil {
		return nil, err
	}
	defer r.Body.Close()
	var said struct{ Value json.RawMessage }
	if err := json.NewDecoder(r.Body).Decode(&said); err != nil {
		return nil, err
	}
	if r.StatusCode != http.StatusOK {
		return nil, fmt.Errorf("%s: %.400s", r.Status, said.Value)
	}
	return said.Value, nil
}

func (w *webkit) tell(t *testing.T, command string, params any) json.RawMessage {
	t.Helper()
	said, err := post(w.session+"/"+command, params)
	if err != nil {
		t.Fatal(err)
	}
	return said
}

func (w *webkit) open(t *testing.T, address string) {
	t.Helper()
	w.tell(t, "url", map[string]string{"url": address})
}

func (w *webkit) size(t *testing.T, width, height int) {
	t.Helper()
	w.tell(t, "window/rect", map[string]int{"width": width, "height": height})
}

func (w *webkit) run(t *testing.T, script string) json.RawMessage {
	t.Helper()
	const wrapped = `const done = arguments[arguments.length - 1]; %s.then(v => done({value: v}), e => done({error: String(e) + " " + e.stack}))`
	var said struct{ Value, Error string }
	got := w.tell(t, "execute/async", map[string]any{"script": fmt.Sprintf(wrapped, inJSON(script)), "args": []any{}})
	if err := json.Unmarshal(got, &said); err != nil || said.Error != "" {
		t.Fatalf("%s %v", said.Error, err)
	}
	return json.RawMessage(said.Value)
}
