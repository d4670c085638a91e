package platform

import (
	"crypto/sha256"
	"fmt"
	"sync"

	"github.com/ringflow/ringflow/runtime-shim/voxengine"
)

// codeCache keeps compiled scenarios, which many sessions share.
type codeCache struct {
	mu    sync.Mutex
	codes map[[sha256.Size]byte]*voxengine.Code
}

// maxCodes is how many texts are kept before the cache starts anew; an account
// has few that are called, and many only while it is deployed to over and over.
const maxCodes = 100

// compile gives the code of these texts.
func (c *codeCache) compile(scripts []voxengine.Script) (*voxengine.Code, error) {
	key := sha256.Sum256(fmt.Appendf(nil, "%q", scripts))
	c.mu.Lock()
	defer c.mu.Unlock()
	if code, ok := c.codes[key]; ok {
		return code, nil
	}
	code, err := voxengine.Compile(scripts...)
	if err != nil {
		return nil, err
	}
	if c.codes == nil || len(c.codes) >= maxCodes {
		c.codes = map[[sha256.Size]byte]*voxengine.Code{}
	}
	c.codes[key] = code
	return code, nil
}
