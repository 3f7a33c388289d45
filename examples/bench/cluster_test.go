//go:build unix

package bench_test

import (
	"bufio"
	"errors"
	"fmt"
	"os"
	"os/exec"
	"os/user"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"syscall"
	"testing"
)

// clusterScript makes a cluster in the folder it runs in, says "ready", and waits for its input to end, which it does
// with the test binary, also when that is killed. Whatever happens then, it stops the server and removes the folder.
const clusterScript = `
exec 2>&1
set -eu
trap '' PIPE
trap '"$PGBIN/pg_ctl" -D data -w -m immediate stop >/dev/null || true; rm -rf "$PWD"' EXIT
"$PGBIN/initdb" -D data -U postgres -A trust -E UTF8 --no-sync --no-instructions
"$PGBIN/pg_ctl" -D data -w -t 30 -l log -o "-k $PWD -p 5432 $PGSETTINGS" start || { cat log; exit 1; }
echo ready
read -r _ || true
`

// clusterSettings give away durability, which the others do not have either, and leave one core, which is what they use.
// The just-in-time compiler is off: with it the month is no faster.
const clusterSettings = "-c listen_addresses='' -c fsync=off -c synchronous_commit=off -c full_page_writes=off -c autovacuum=off" +
	" -c shared_buffers=256MB -c work_mem=128MB -c max_parallel_workers_per_gather=0 -c jit=off"

// cluster starts a throwaway PostgreSQL and returns how to connect to it. Where none is installed the test is skipped.
func cluster(tb testing.TB) string {
	tb.Helper()
	cmd := exec.Command("/bin/sh", "-c", clusterScript)
	cmd.Env = append(os.Environ(), "LC_ALL=C.UTF-8", "TZ=UTC", "PGBIN="+binaries(tb), "PGSETTINGS="+clusterSettings)
	cmd.SysProcAttr = &syscall.SysProcAttr{Setpgid: true} // an interrupt reaches it by the end of its input only
	dir, err := os.MkdirTemp("/tmp", "wuye-pg-")          //nolint:usetesting // the path of a socket holds 107 bytes at most
	if err != nil {
		tb.Fatal(err)
	}
	cmd.Dir = dir
	if os.Geteuid() == 0 { // the server refuses root
		c := ordinaryUser(tb)
		cmd.SysProcAttr.Credential = &c
		if err := os.Chown(dir, int(c.Uid), int(c.Gid)); err != nil {
			tb.Fatal(err)
		}
	}
	start(tb, cmd)
	return fmt.Sprintf("host=%s port=5432 user=postgres dbname=postgres sslmode=disable", dir)
}

// start waits until the script is ready, and ends it with the test.
func start(tb testing.TB, cmd *exec.Cmd) {
	tb.Helper()
	in, err1 := cmd.StdinPipe()
	out, err2 := cmd.StdoutPipe()
	if err := errors.Join(err1, err2, cmd.Start()); err != nil {
		tb.Fatal(errors.Join(err, os.RemoveAll(cmd.Dir)))
	}
	tb.Cleanup(func() {
		if err := errors.Join(in.Close(), cmd.Wait()); err != nil {
			tb.Error(err)
		}
		if _, err := os.Stat(cmd.Dir); !errors.Is(err, os.ErrNotExist) {
			tb.Errorf("%s is still there: %v", cmd.Dir, err)
		}
	})
	var said []string
	for s := bufio.NewScanner(out); s.Scan(); said = append(said, s.Text()) {
		if s.Text() == "ready" {
			return
		}
	}
	tb.Fatalf("PostgreSQL does not start:\n%s", strings.Join(said, "\n"))
}

// binaries is the folder of the server's programs: $PGBIN, or the newest of those Debian installs.
func binaries(tb testing.TB) string {
	tb.Helper()
	places := []string{os.Getenv("PGBIN")}
	if places[0] == "" {
		var err error
		if places, err = filepath.Glob("/usr/lib/postgresql/*/bin"); err != nil {
			tb.Fatal(err)
		}
	}
	for _, p := range slices.Backward(places) {
		if _, err := exec.LookPath(filepath.Join(p, "initdb")); err == nil {
			return p
		}
	}
	tb.Skip("no PostgreSQL here: there is no initdb in $PGBIN, nor in /usr/lib/postgresql/*/bin")
	return ""
}

// ordinaryUser is whom root starts the server as.
func ordinaryUser(tb testing.TB) syscall.Credential {
	tb.Helper()
	u, err := user.Lookup("postgres")
	if err != nil {
		u, err = user.Lookup("nobody")
	}
	if err != nil {
		tb.Fatal(err)
	}
	uid, err1 := strconv.ParseUint(u.Uid, 10, 32)
	gid, err2 := strconv.ParseUint(u.Gid, 10, 32)
	if err := errors.Join(err1, err2); err != nil {
		tb.Fatal(err)
	}
	return syscall.Credential{Uid: uint32(uid), Gid: uint32(gid)}
}
