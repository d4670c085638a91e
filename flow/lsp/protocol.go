package lsp

import "encoding/json"

// Message is one message of JSON-RPC 2.0: a request has Method and ID, a
// notification has Method alone, a response has ID with Result or Error.
type Message struct {
	Version string          `json:"jsonrpc"`
	ID      json.RawMessage `json:"id,omitempty"`
	Method  string          `json:"method,omitempty"`
	Params  json.RawMessage `json:"params,omitempty"`
	Result  json.RawMessage `json:"result,omitempty"`
	Error   *Error          `json:"error,omitempty"`
}

// Error is why a request has no result.
type Error struct {
	Code    int    `json:"code"`
	Message string `json:"message"`
}

// The codes of errors that the protocol knows.
const (
	parseError     = -32700
	methodNotFound = -32601
	invalidParams  = -32602
	invalidRequest = -32600
	requestFailed  = -32803

	requestCancelled = -32800
)

// Below are the parts of LSP 3.17 that are used, named as there. A character is
// a unit of UTF-16, which every client understands.
type position struct {
	Line      int `json:"line"`
	Character int `json:"character"`
}

type textRange struct {
	Start position `json:"start"`
	End   position `json:"end"`
}

type location struct {
	URI   string    `json:"uri"`
	Range textRange `json:"range"`
}

type textEdit struct {
	Range   textRange `json:"range"`
	NewText string    `json:"newText"`
}

type workspaceEdit struct {
	Changes map[string][]textEdit `json:"changes"`
}

type documentParams struct {
	TextDocument struct {
		URI     string `json:"uri"`
		Text    string `json:"text"`    // of didOpen
		Version int    `json:"version"` // of didOpen and didChange
	} `json:"textDocument"`
	Position       position  `json:"position"`
	Range          textRange `json:"range"`
	NewName        string    `json:"newName"`
	ContentChanges []struct {
		Range *textRange `json:"range"`
		Text  string     `json:"text"`
	} `json:"contentChanges"`
	Context struct {
		IncludeDeclaration bool     `json:"includeDeclaration"`
		Only               []string `json:"only"` // kinds of code actions
	} `json:"context"`
}

// idOf is the id in the parameters of $/cancelRequest, as it was written.
func idOf(params json.RawMessage) string {
	var p struct {
		ID json.RawMessage `json:"id"`
	}
	if json.Unmarshal(params, &p) != nil {
		return ""
	}
	return string(p.ID)
}

type lspDiagnostic struct {
	Range    textRange          `json:"range"`
	Severity int                `json:"severity"` // 1 error, 3 information
	Code     string             `json:"code"`
	Source   string             `json:"source"`
	Message  string             `json:"message"`
	Related  []relatedLocations `json:"relatedInformation,omitempty"`
}

type relatedLocations struct {
	Location location `json:"location"`
	Message  string   `json:"message"`
}

type publishParams struct {
	URI         string          `json:"uri"`
	Version     *int            `json:"version,omitempty"`
	Diagnostics []lspDiagnostic `json:"diagnostics"`
}

type completionItem struct {
	Label         string    `json:"label"`
	Kind          int       `json:"kind"`
	Detail        string    `json:"detail,omitempty"`
	Documentation *markup   `json:"documentation,omitempty"`
	SortText      string    `json:"sortText"`
	TextEdit      *textEdit `json:"textEdit,omitempty"`
}

// Kinds of completion items and of symbols.
const (
	itemFunction = 3
	itemField    = 5
	itemVariable = 6
	itemModule   = 9
	itemValue    = 12
	itemEnum     = 13
	itemKeyword  = 14
	itemText     = 1

	symbolMethod   = 6
	symbolProperty = 7
	symbolFunction = 12
	symbolString   = 15
)

type markup struct {
	Kind  string `json:"kind"`
	Value string `json:"value"`
}

type hoverResult struct {
	Contents markup    `json:"contents"`
	Range    textRange `json:"range"`
}

type codeAction struct {
	Title       string          `json:"title"`
	Kind        string          `json:"kind"`
	Diagnostics []lspDiagnostic `json:"diagnostics,omitempty"`
	IsPreferred bool            `json:"isPreferred"`
	Edit        workspaceEdit   `json:"edit"`
}

type documentSymbol struct {
	Name           string           `json:"name"`
	Detail         string           `json:"detail,omitempty"`
	Kind           int              `json:"kind"`
	Range          textRange        `json:"range"`
	SelectionRange textRange        `json:"selectionRange"`
	Children       []documentSymbol `json:"children,omitempty"`
}
