package campaign

import "time"

// zone is the campaign's time zone; nil if it names none.
func (c *Campaign) zone() (*time.Location, error) {
	if c.TimeZone == "" {
		return nil, nil
	}
	if c.TimeZone == "Local" { // differs from machine to machine
		return nil, errLocalZone
	}
	return time.LoadLocation(c.TimeZone)
}

var errLocalZone = &FormError{english.New("zone-unknown", "", with{"zone": "Local"})}

// Times are the beginning and the end of an event, in the campaign's time zone
// where they have no offset of their own. What stays without one is a time of
// the clock where the event takes place.
func (c *Campaign) Times(e *EventCard) (starts, ends Moment) {
	zone, err := c.zone()
	if err != nil {
		zone = nil
	}
	return e.Starts.In(zone), e.Ends.In(zone)
}

// Changed is when an event was last changed, as far as it says so: a time
// without an offset is in the campaign's time zone, or else in UTC.
func (c *Campaign) Changed(e *EventCard) time.Time {
	zone, err := c.zone()
	if err != nil {
		zone = nil
	}
	return e.Changed.In(zone).At
}

// zones finds events whose hour calendars cannot place: a time without a zone
// is read as UTC by some and as the reader's own by others, and those
// that are cancelled in a version no newer than what calendars have.
func zones(k *checker) {
	for i := range k.c.Events {
		e := &k.c.Events[i]
		if starts, _ := k.c.Times(e); starts.Clock && !starts.Fixed {
			k.find(Warning, e.at.In("starts"), "", "event-without-zone", with{"time": e.Starts})
		}
		if len(e.Cancelled) > 0 && e.Changed.IsZero() {
			k.find(Warning, e.at.In("cancelled"), "", "event-cancelled-when", nil)
		}
	}
}
