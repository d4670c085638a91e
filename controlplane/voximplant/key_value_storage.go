package voximplant

import (
	"context"
	"errors"
	"fmt"
)

// KeyValueStorageService is the storage that the scenarios of an application read.
type KeyValueStorageService struct{ c *Client }

// SetKeyValueItemParams are the parameters of SetKeyValueItem. Of TTL and
// ExpiresAt one is given, or none for the platform's default of 30 days.
type SetKeyValueItemParams struct {
	Key           string `param:"key"`   // 1 to 200 characters
	Value         string `param:"value"` // up to 2000 characters
	ApplicationID int64  `param:"application_id"`
	TTL           int64  `param:"ttl"`        // seconds, up to 7776000
	ExpiresAt     int64  `param:"expires_at"` // Unix seconds
}

// KeyValueItems is one item, despite its name.
type KeyValueItems struct {
	Key       string `json:"key"`
	Value     string `json:"value"`
	ExpiresAt int64  `json:"expires_at"` // Unix seconds
}

// SetKeyValueItemReturn is the answer of SetKeyValueItem.
type SetKeyValueItemReturn struct {
	Result KeyValueItems `json:"result"`
}

// SetKeyValueItem writes an item, whatever was there.
func (s KeyValueStorageService) SetKeyValueItem(ctx context.Context, p SetKeyValueItemParams) (SetKeyValueItemReturn, error) {
	return call[SetKeyValueItemReturn](ctx, s.c, "SetKeyValueItem", p)
}

// DelKeyValueItemParams are the parameters of DelKeyValueItem.
type DelKeyValueItemParams struct {
	Key           string `param:"key"`
	ApplicationID int64  `param:"application_id"`
}

// DelKeyValueItem removes an item. What the platform answers for one that is
// not there is not documented.
func (s KeyValueStorageService) DelKeyValueItem(ctx context.Context, p DelKeyValueItemParams) error {
	return s.c.Call(ctx, "DelKeyValueItem", values(p), nil)
}

// GetKeyValueItemParams are the parameters of GetKeyValueItem.
type GetKeyValueItemParams struct {
	Key           string `param:"key"`
	ApplicationID int64  `param:"application_id"`
}

// GetKeyValueItemReturn is the answer of GetKeyValueItem.
type GetKeyValueItemReturn struct {
	Result *KeyValueItems `json:"result"`
}

// GetKeyValueItem reads an item. What the platform answers for one that is not
// there is not documented; see Find.
func (s KeyValueStorageService) GetKeyValueItem(ctx context.Context, p GetKeyValueItemParams) (GetKeyValueItemReturn, error) {
	return call[GetKeyValueItemReturn](ctx, s.c, "GetKeyValueItem", p)
}

// GetKeyValueItemsParams are the parameters of GetKeyValueItems.
type GetKeyValueItemsParams struct {
	Key           string `param:"key"` // the text before the colon of the keys
	ApplicationID int64  `param:"application_id"`
	Count         int64  `param:"count"` // up to 50, the platform's default is 10
	Offset        int64  `param:"offset"`
}

// GetKeyValueItemsReturn is the answer of GetKeyValueItems. It has no total:
// the last page is the one that is not full.
type GetKeyValueItemsReturn struct {
	Result []KeyValueItems `json:"result"`
}

// GetKeyValueItems returns one page of the items of a namespace.
func (s KeyValueStorageService) GetKeyValueItems(ctx context.Context, p GetKeyValueItemsParams) (GetKeyValueItemsReturn, error) {
	return call[GetKeyValueItemsReturn](ctx, s.c, "GetKeyValueItems", p)
}

// GetKeyValueKeysParams are the parameters of GetKeyValueKeys.
type GetKeyValueKeysParams struct {
	Key           string `param:"key"` // a namespace, "" for all keys
	ApplicationID int64  `param:"application_id"`
	Count         int64  `param:"count"` // up to 50, the platform's default is 10
	Offset        int64  `param:"offset"`
}

// KeyValueKeys is one key, despite its name.
type KeyValueKeys struct {
	Key       string `json:"key"`
	ExpiresAt int64  `json:"expires_at"` // Unix seconds
}

// GetKeyValueKeysReturn is the answer of GetKeyValueKeys; see GetKeyValueItemsReturn.
type GetKeyValueKeysReturn struct {
	Result []KeyValueKeys `json:"result"`
}

// GetKeyValueKeys returns one page of keys.
func (s KeyValueStorageService) GetKeyValueKeys(ctx context.Context, p GetKeyValueKeysParams) (GetKeyValueKeysReturn, error) {
	return call[GetKeyValueKeysReturn](ctx, s.c, "GetKeyValueKeys", p)
}

// MaxItemsPage is the largest page of items and keys (documentation of GetKeyValueItems).
const MaxItemsPage = 50

// searchPages bounds how many pages Find looks through.
const searchPages = 40

// Find reads an item and says whether it is there. As the platform does not
// document how it answers for an absent key, an error of GetKeyValueItem counts
// as "absent" only when the list of items confirms it.
func (s KeyValueStorageService) Find(ctx context.Context, applicationID int64, key string) (item KeyValueItems, found bool, err error) {
	got, err := s.GetKeyValueItem(ctx, GetKeyValueItemParams{Key: key, ApplicationID: applicationID})
	var e *Error
	switch {
	case err == nil && got.Result != nil && got.Result.Key == key:
		return *got.Result, true, nil
	case err == nil:
		return item, false, nil
	case errors.As(err, &e) && e.Kind == codeRefused && !e.Limited && !e.Unclear:
		return s.search(ctx, applicationID, key)
	default:
		return item, false, err
	}
}

// search looks for one key among the items that begin like it.
func (s KeyValueStorageService) search(ctx context.Context, applicationID int64, key string) (item KeyValueItems, found bool, err error) {
	for page := range int64(searchPages) {
		got, err := s.GetKeyValueItems(ctx, GetKeyValueItemsParams{Key: key, ApplicationID: applicationID, Count: MaxItemsPage, Offset: page * MaxItemsPage})
		if err != nil {
			return item, false, err
		}
		for _, item := range got.Result {
			if item.Key == key {
				return item, true, nil
			}
		}
		if len(got.Result) < MaxItemsPage {
			return item, false, nil
		}
	}
	return item, false, fmt.Errorf("%s: GetKeyValueItems: the key was not among the first %d that begin like it", codeAnswer, searchPages*MaxItemsPage)
}
