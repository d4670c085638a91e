package push

import (
	"context"
	"errors"
	"fmt"
	"sync"
	"time"

	"github.com/ringflow/ringflow/controlplane/voximplant"
)

// Cloud is the Storage of an application on the platform. It looks the
// application up when it is needed first, so that a service can start and
// accept orders while the platform is away.
type Cloud struct {
	client      *voximplant.Client
	application string

	mu sync.Mutex
	id int64 // 0 until it is known
}

// NewCloud returns the storage of the application of that name, short or full.
// The client must not repeat requests by itself: a pusher paces and repeats them.
func NewCloud(client *voximplant.Client, application string) *Cloud {
	return &Cloud{client: client, application: application}
}

// Set implements Storage.
func (c *Cloud) Set(ctx context.Context, key, value string, expiresAt time.Time) error {
	return c.with(ctx, func(app int64) error {
		_, err := c.client.KeyValueStorage.SetKeyValueItem(ctx, voximplant.SetKeyValueItemParams{
			Key: key, Value: value, ApplicationID: app, ExpiresAt: expiresAt.Unix(),
		})
		return err
	})
}

// Get implements Storage.
func (c *Cloud) Get(ctx context.Context, key string) (value string, found bool, err error) {
	err = c.with(ctx, func(app int64) error {
		item, there, err := c.client.KeyValueStorage.Find(ctx, app, key)
		value, found = item.Value, there
		return err
	})
	return value, found, err
}

// Delete implements Storage. It succeeds for a key that is not there, whatever
// the platform says to that: what counts is that reading finds nothing.
func (c *Cloud) Delete(ctx context.Context, key string) error {
	return c.with(ctx, func(app int64) error {
		err := c.client.KeyValueStorage.DelKeyValueItem(ctx, voximplant.DelKeyValueItemParams{Key: key, ApplicationID: app})
		if !refused(err) {
			return err
		}
		if _, found, findErr := c.client.KeyValueStorage.Find(ctx, app, key); findErr == nil && !found {
			return nil
		}
		return err
	})
}

// refused reports whether the platform understood a request and said no.
func refused(err error) bool {
	var e *voximplant.Error
	return errors.As(err, &e) && e.Code != 0 && !e.Limited && !e.Unclear
}

// with runs a request for the application and sorts its error.
func (c *Cloud) with(ctx context.Context, request func(app int64) error) error {
	app, err := c.lookUp(ctx)
	if err != nil {
		return err
	}
	err = request(app)
	var e *voximplant.Error
	switch {
	case !errors.As(err, &e):
		return err
	case e.Limited:
		return fmt.Errorf("%w: %w", ErrLimited, err)
	case e.Unclear:
		return fmt.Errorf("%w: %w", ErrUnclear, err)
	case voximplant.HasCode(err, 116, 558): // it was made anew under another id
		c.remember(0)
	}
	return err
}

func (c *Cloud) lookUp(ctx context.Context) (int64, error) {
	c.mu.Lock()
	id := c.id
	c.mu.Unlock()
	if id != 0 {
		return id, nil
	}
	app, found, err := c.client.Applications.Find(ctx, c.application)
	var e *voximplant.Error
	switch {
	case errors.As(err, &e) && e.Limited:
		return 0, fmt.Errorf("%w: %w", ErrLimited, err)
	case err != nil:
		return 0, fmt.Errorf("the application could not be looked up: %w", err)
	case !found:
		return 0, fmt.Errorf("the account has no application %s; deploy it with ringflow apply, or name another one", c.application)
	}
	c.remember(app.ApplicationID)
	return app.ApplicationID, nil
}

func (c *Cloud) remember(id int64) {
	c.mu.Lock()
	defer c.mu.Unlock()
	c.id = id
}
