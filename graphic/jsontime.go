package graphic

import (
	"encoding/json"
	"time"

	"github.com/shutdowncecot/toolkit/graphic/internal/wire"
)

// Days of pictures are written as days, "2031-03-04", and not as times.

type plainEvent TimelineEvent

type momentDocument struct {
	At wire.Time `json:"at,omitzero"`
	*plainEvent
}

// MarshalJSON writes At as a day, or as a time where it is not midnight UTC.
func (m TimelineEvent) MarshalJSON() ([]byte, error) {
	return json.Marshal(momentDocument{wire.Time(m.At), (*plainEvent)(&m)})
}

// UnmarshalJSON reads At as a day or a time.
func (m *TimelineEvent) UnmarshalJSON(data []byte) error {
	d := momentDocument{plainEvent: (*plainEvent)(m)}
	err := json.Unmarshal(data, &d)
	m.At = time.Time(d.At)
	return err
}

type plainSpan Span

type spanDocument struct {
	From wire.Time `json:"from,omitzero"`
	To   wire.Time `json:"to,omitzero"`
	*plainSpan
}

// MarshalJSON writes From and To as days, or as times where they are not
// midnight UTC.
func (s Span) MarshalJSON() ([]byte, error) {
	return json.Marshal(spanDocument{wire.Time(s.From), wire.Time(s.To), (*plainSpan)(&s)})
}

// UnmarshalJSON reads From and To as days or times.
func (s *Span) UnmarshalJSON(data []byte) error {
	d := spanDocument{plainSpan: (*plainSpan)(s)}
	err := json.Unmarshal(data, &d)
	s.From, s.To = time.Time(d.From), time.Time(d.To)
	return err
}

type plainLinePoint LinePoint

type linePointDocument struct {
	At wire.Time `json:"at,omitzero"`
	*plainLinePoint
}

// MarshalJSON writes At as a day, or as a time where it is not midnight UTC.
func (p LinePoint) MarshalJSON() ([]byte, error) {
	return json.Marshal(linePointDocument{wire.Time(p.At), (*plainLinePoint)(&p)})
}

// UnmarshalJSON reads At as a day or a time.
func (p *LinePoint) UnmarshalJSON(data []byte) error {
	d := linePointDocument{plainLinePoint: (*plainLinePoint)(p)}
	err := json.Unmarshal(data, &d)
	p.At = time.Time(d.At)
	return err
}

type plainDatedEvent DatedEvent

type datedEventDocument struct {
	At wire.Time `json:"at,omitzero"`
	*plainDatedEvent
}

// MarshalJSON writes At as a day, or as a time where it is not midnight UTC.
func (e DatedEvent) MarshalJSON() ([]byte, error) {
	return json.Marshal(datedEventDocument{wire.Time(e.At), (*plainDatedEvent)(&e)})
}

// UnmarshalJSON reads At as a day or a time.
func (e *DatedEvent) UnmarshalJSON(data []byte) error {
	d := datedEventDocument{plainDatedEvent: (*plainDatedEvent)(e)}
	err := json.Unmarshal(data, &d)
	e.At = time.Time(d.At)
	return err
}
