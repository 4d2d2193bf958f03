package graphic

// Versus corrects what is going round. The card's headline is the fact and
// stands at least six times as high as the outdated line, which is small,
// plain and marked as what it is.
type Versus struct {
	Label string // "Outdated:", "Wrong:", "Missing context:"
	Claim string // as it is going round
}

func (v Versus) traits() traits { return traits{claims: true, wide: leftOut} }

func (v Versus) check() *FieldError {
	if v.Label == "" || v.Claim == "" {
		return refuse("versus-part", "Claim", nil)
	}
	return nil
}

func (v Versus) describe(*tongue) string { return joinWords(v.Label, v.Claim) }

// factShare is how many times higher than the outdated line the fact stands.
const factShare = 6

func (v Versus) slots(c *composer, field string, w float64, _ rank) []*slot {
	t := c.prose(field, "**"+v.Label+"** "+v.Claim, "small", w, c.f.Floor, c.f.Floor*1.2, muteText)
	return []*slot{c.slot(t, prose2, blockGap*c.u)}
}

func (v Versus) arrange(c *composer, i int) []*column {
	if c.f.Landscape() {
		return nil
	}
	w := c.live()
	own, last := c.closing(w)
	head := group{scheme: c.scheme(c.ground.Head), slots: c.masthead(w)}
	line := v.slots(c, c.blockField(i), w, prose2)[0]
	fact := c.headline(c.headlineText(), w, focal, 0.55)
	if c.err != nil {
		return []*column{c.vertical(head)}
	}
	height, _ := line.part.span()
	fact.part = &tall{fact.part, factShare * height}
	head.slots = append(head.slots, line, fact)
	foot := group{scheme: c.scheme(c.ground.Foot), slots: c.others(i, w)}
	foot.slots = append(foot.slots, c.follow(w)...)
	foot.slots = append(foot.slots, own...)
	return []*column{c.vertical(head, foot, last)}
}
