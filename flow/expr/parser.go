package expr

import (
	"fmt"
	"strconv"

	"github.com/ringflow/ringflow/flow/diag"
	"github.com/ringflow/ringflow/flow/source"
	"github.com/ringflow/ringflow/flow/types"
)

// maxDepth bounds how deep an expression nests; nobody reads beyond it.
const maxDepth = 50

// Parse reads one expression. It always returns one; what could not be read is
// reported once and is Bad.
func Parse(text source.Text, report *diag.List) *Expr {
	p := &parser{lex: lexer{text: text}, report: report}
	p.advance()
	if p.tok.kind == tokEnd {
		p.fail("an expression was expected and nothing is here")
		return &Expr{Op: Bad, At: text.All()}
	}
	e := p.cond(0)
	if p.tok.kind != tokEnd && !p.failed {
		p.unexpected("the end of the expression")
	}
	if p.failed {
		return &Expr{Op: Bad, At: text.All()}
	}
	return e
}

type parser struct {
	lex    lexer
	tok    token
	end    int // end of the token before
	report *diag.List
	failed bool
}

func (p *parser) advance() {
	p.end = p.tok.j
	p.tok = p.lex.next()
}

func (p *parser) span(i, j int) source.Span { return p.lex.text.Span(i, j) }

// fail reports the first problem at the current token; later ones follow from it.
func (p *parser) fail(format string, args ...any) *diag.Diagnostic {
	if p.failed {
		return &diag.Diagnostic{}
	}
	p.failed = true
	return p.report.Add(diag.BadExpression, p.span(p.tok.i, p.tok.j), format, args...)
}

// hints are for what people bring along from other languages.
var hints = map[string]string{
	"=":   "use `==` to compare",
	"+":   "a phone number is no expression: declare it under `config:`",
	"is":  "use `==` to compare",
	"}":   "a hole has one brace on each side",
	"&":   "use `&&` for and",
	"|":   "use `||` for or",
	"/":   "there is no division; `%` gives the remainder",
	"{":   "holes in braces belong into texts; this is an expression already",
	"$":   "names stand bare in an expression",
	"#":   "quote a text: '#'",
	"`":   "texts stand in single or double quotes",
	"\\":  "a backslash is for texts in quotes",
	"^":   "there are no powers and no bits",
	";":   "an expression needs no end",
	"“":   "texts stand in straight quotes: 'x'",
	"”":   "texts stand in straight quotes: 'x'",
	"‘":   "texts stand in straight quotes: 'x'",
	"’":   "texts stand in straight quotes: 'x'",
	":":   "a time has two digits on each side: 09:30",
	"and": "use `&&` for and",
	"or":  "use `||` for or",
	"not": "use `!` for not: `!(a in b)`",
}

func (p *parser) unexpected(want string) *Expr {
	at := p.tok.i
	switch {
	case p.tok.kind == tokEnd:
		p.fail("the expression ends where %s was expected", want)
	case p.tok.kind == tokBad && (p.tok.text[0] == '\'' || p.tok.text[0] == '"'):
		p.fail("the text is not closed").Helped("add a closing %c", p.tok.text[0])
	case p.tok.kind == tokBad && len(p.tok.text) == 2 && p.tok.text[0] == '\\':
		p.fail("`%s` means nothing in a text", p.tok.text).Helped("write `\\%s` for a backslash, `\\n` for a line break", p.tok.text)
	default:
		d := p.fail("`%s` was found where %s was expected", p.tok.text, want)
		if hint := hints[p.tok.text]; hint != "" {
			d.Helped("%s", hint)
		}
	}
	return &Expr{Op: Bad, At: p.span(at, p.tok.j)}
}

func (p *parser) isSign(s string) bool { return p.tok.kind == tokSign && p.tok.text == s }

func (p *parser) accept(s string) bool {
	if !p.isSign(s) {
		return false
	}
	p.advance()
	return true
}

func (p *parser) expect(s string) bool {
	if p.accept(s) {
		return true
	}
	p.unexpected("`" + s + "`")
	return false
}

// node makes an expression that started at byte i and ends behind the last token.
func (p *parser) node(op Op, i int, args ...*Expr) *Expr {
	return &Expr{Op: op, At: p.span(i, p.end), Args: args}
}

func (p *parser) cond(depth int) *Expr {
	if depth > maxDepth {
		p.fail("the expression nests deeper than %d levels", maxDepth)
		return &Expr{Op: Bad}
	}
	start := p.tok.i
	e := p.binary(0, depth)
	if !p.accept("?") {
		return e
	}
	yes := p.cond(depth + 1)
	if !p.expect(":") {
		return e
	}
	no := p.cond(depth + 1)
	return p.node(Cond, start, e, yes, no)
}

// levels are the binary operators, loosest first.
var levels = []map[string]Op{
	{"||": Or},
	{"&&": And},
	{"==": Eq, "!=": Ne},
	{"<": Lt, "<=": Le, ">": Gt, ">=": Ge, "in": In},
	{"+": Add, "-": Sub},
	{"*": Mul, "%": Mod},
}

func (p *parser) operator(level int) (Op, bool) {
	if p.tok.kind != tokSign && !(p.tok.kind == tokName && p.tok.text == "in") {
		return Bad, false
	}
	op, ok := levels[level][p.tok.text]
	return op, ok
}

func (p *parser) binary(level, depth int) *Expr {
	if level == len(levels) {
		return p.unary(depth)
	}
	start := p.tok.i
	e := p.binary(level+1, depth)
	for n := 0; ; n++ {
		op, ok := p.operator(level)
		if !ok || p.failed {
			return e
		}
		if n > 0 && (level == 2 || level == 3) {
			p.fail("comparisons cannot be chained").Helped("join two comparisons with `&&`")
			return e
		}
		p.advance()
		right := p.binary(level+1, depth)
		e = p.node(op, start, e, right)
	}
}

func (p *parser) unary(depth int) *Expr {
	start := p.tok.i
	for sign, op := range map[string]Op{"!": Not, "-": Neg} {
		if p.accept(sign) {
			if depth > maxDepth {
				p.fail("the expression nests deeper than %d levels", maxDepth)
				return &Expr{Op: Bad}
			}
			return p.node(op, start, p.unary(depth+1))
		}
	}
	return p.postfix(depth)
}

func (p *parser) postfix(depth int) *Expr {
	start := p.tok.i
	e := p.primary(depth)
	for !p.failed {
		switch {
		case p.accept("."):
			if p.tok.kind != tokName {
				return p.unexpected("the name of a field")
			}
			name := p.tok
			p.advance()
			e = p.node(Field, start, e)
			e.Value, e.NameAt = name.text, p.span(name.i, name.j)
		case p.accept("["):
			index := p.cond(depth + 1)
			if !p.expect("]") {
				return e
			}
			e = p.node(Index, start, e, index)
		default:
			return e
		}
	}
	return e
}

func (p *parser) primary(depth int) *Expr {
	t := p.tok
	switch {
	case t.kind == tokText:
		p.advance()
		e := p.node(Text, t.i)
		e.Value = t.text
		return e
	case t.kind == tokNumber:
		p.advance()
		return p.number(t)
	case t.kind == tokDate || t.kind == tokTime:
		p.advance()
		return p.moment(t)
	case t.kind == tokName:
		p.advance()
		return p.name(t, depth)
	case p.accept("("):
		e := p.cond(depth + 1)
		p.expect(")")
		return e
	case p.accept("["):
		args := p.list("]", depth)
		return p.node(List, t.i, args...)
	}
	return p.unexpected("a value")
}

// list reads expressions up to a closing sign.
func (p *parser) list(closing string, depth int) []*Expr {
	var args []*Expr
	for !p.failed && !p.isSign(closing) {
		args = append(args, p.cond(depth+1))
		if !p.accept(",") {
			break
		}
	}
	p.expect(closing)
	return args
}

// keywords are the names that are values.
var keywords = map[string]func(e *Expr){
	"true":  func(e *Expr) { e.Op, e.Number = Bool, 1 },
	"false": func(e *Expr) { e.Op = Bool },
	"null":  func(e *Expr) { e.Op = Null },
}

func (p *parser) name(t token, depth int) *Expr {
	if p.accept("(") {
		args := p.list(")", depth)
		e := p.node(Call, t.i, args...)
		e.Value, e.NameAt = t.text, p.span(t.i, t.j)
		return e
	}
	e := p.node(Name, t.i)
	e.Value, e.NameAt = t.text, e.At
	if set := keywords[t.text]; set != nil {
		set(e)
	}
	return e
}

// Units are the units of a duration in milliseconds.
var Units = map[string]float64{"ms": 1, "s": 1000, "m": 60_000, "h": 3_600_000}

func (p *parser) number(t token) *Expr {
	e := p.node(Number, t.i)
	value, err := strconv.ParseFloat(t.text, 64)
	if err != nil {
		p.report.Add(diag.BadExpression, e.At, "`%s` is not a number", t.text)
		p.failed = true
		return e
	}
	e.Number = value
	if t.unit == "" && p.tok.kind == tokName && types.IsCurrencyCode(p.tok.text) {
		return p.money(t)
	}
	if t.unit == "" {
		return e
	}
	unit, ok := Units[t.unit]
	if !ok {
		p.failed = true
		p.report.Add(diag.BadExpression, e.At, "`%s%s` has a unit that is not known", t.text, t.unit).
			Helped("%s", unitHelp(t))
		return e
	}
	e.Op, e.Number = Duration, value*unit
	return e
}

// String shows an operator as it is written.
func (op Op) String() string {
	for _, level := range levels {
		for sign, o := range level {
			if o == op {
				return sign
			}
		}
	}
	return fmt.Sprintf("operation %d", int(op))
}
