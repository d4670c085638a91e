package seal

import (
	"bytes"
	"errors"
	"strings"
	"testing"

	"pgregory.net/rapid"
)

func ring(t testing.TB, text string) *Keyring {
	t.Helper()
	r, err := Parse(text)
	if err != nil {
		t.Fatal(err)
	}
	return r
}

func TestOpenGivesBackWhatWasSealedForTheSamePlace(t *testing.T) {
	r := ring(t, NewKey())
	rapid.Check(t, func(t *rapid.T) {
		place, other, plain := rapid.String().Draw(t, "place"), rapid.String().Draw(t, "other"), rapid.String().Draw(t, "plain")
		sealed := r.Seal(place, plain)
		if got, err := r.Open(place, sealed); err != nil || got != plain {
			t.Fatalf("Open = %q, %v", got, err)
		}
		if _, err := r.Open(other, sealed); place != other && !errors.Is(err, ErrUnreadable) {
			t.Fatalf("a value sealed for %q opened as %q", place, other)
		}
		i := rapid.IntRange(0, len(sealed)-1).Draw(t, "i")
		sealed[i] ^= 1 << rapid.IntRange(0, 7).Draw(t, "bit")
		if _, err := r.Open(place, sealed); !errors.Is(err, ErrUnreadable) {
			t.Fatalf("a changed ciphertext opened (byte %d)", i)
		}
	})
}

func TestSealNeverRepeatsAndNeverShows(t *testing.T) {
	r := ring(t, NewKey())
	a, b := r.Seal("p", "12222222222"), r.Seal("p", "12222222222")
	if bytes.Equal(a, b) || bytes.Contains(a, []byte("2222")) {
		t.Error("two ciphertexts of one value are equal, or show it")
	}
}

func TestRotationOpensWithTheOldKeyAndFindsByBoth(t *testing.T) {
	old, fresh := NewKey(), NewKey()
	before, during := ring(t, old), ring(t, fresh+", "+old)
	if got, err := during.Open("p", before.Seal("p", "x")); err != nil || got != "x" {
		t.Fatalf("Open = %q, %v", got, err)
	}
	if _, err := before.Open("p", during.Seal("p", "x")); !errors.Is(err, ErrUnreadable) {
		t.Errorf("the old keyring opened what the new key sealed: %v", err)
	}
	all := during.Indexes("phone", "12222222222")
	if !bytes.Equal(all[0], during.Index("phone", "12222222222")) || !bytes.Equal(all[1], before.Index("phone", "12222222222")) {
		t.Error("Indexes does not cover both keys")
	}
	if bytes.Equal(before.Index("phone", "1"), before.Index("session", "1")) {
		t.Error("indexes of different kinds meet")
	}
}

func TestParseRefusesWithoutShowing(t *testing.T) {
	for _, text := range []string{"", "secret-but-short", NewKey() + ",secret-but-short"} {
		if _, err := Parse(text); err == nil || strings.Contains(err.Error(), "secret-but") {
			t.Errorf("Parse: %v", err)
		}
	}
}
