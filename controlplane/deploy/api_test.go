package deploy

import (
	"strings"
	"testing"

	"github.com/ringflow/ringflow/compiler/artifact"
)

func reminding() Desired {
	d := masking()
	d.Rules = append(d.Rules, Rule{Name: "reminder", Pattern: artifact.APIPattern, Scenarios: []string{"kvs-scenario"}})
	return d
}

func TestARuleThatTheAPIStarts(t *testing.T) {
	c := start(t)
	done, err := c.apply(reminding())
	c.must(err)
	if all := strings.Join(done, "\n"); !strings.Contains(all, "+ create rule        reminder: the API starts kvs-scenario, and no number does") {
		t.Error(all)
	}
	done, err = c.apply(reminding())
	c.must(err)
	c.want("the same again", done)
	d := reminding()
	d.Rules[1].Pattern = "1.*"
	done, err = c.apply(d)
	c.must(err)
	c.want("a number leads to it", done, "~ change rule        reminder: numbers like 1.* instead of ^$")
}

func TestNoNumberLeadsToARuleThatTheAPIStarts(t *testing.T) {
	c, d := start(t), reminding()
	d.Numbers[0].Rule = "reminder"
	_, err := c.plan(d)
	if err == nil || !strings.Contains(err.Error(), "RF6009") || !strings.Contains(err.Error(), "the rule reminder takes no calls: the API starts it") {
		t.Error(err)
	}
}
