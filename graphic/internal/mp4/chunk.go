package mp4

// A chunk is a second of the video and the sound that goes with it, side by
// side in the file, so that a player needs little of it to begin.
type chunk struct{ video, sound run }

// A run is samples of one track.
type run struct{ samples, bytes int }

func (f *File) chunks() (out []chunk) {
	played, frames := 0, soundFrames(f.soundLength())
	for from := 0; from < len(f.sizes); from += f.Rate {
		to := min(from+f.Rate, len(f.sizes))
		var c chunk
		for _, n := range f.sizes[from:to] {
			c.video.bytes += n
		}
		c.video.samples = to - from
		until := min(soundFrames(to*soundRate/f.Rate), frames)
		if to == len(f.sizes) {
			until = frames
		}
		c.sound = run{until - played, (until - played) * len(silence)}
		played = until
		out = append(out, c)
	}
	return out
}

// samplesOfChunks is stsc: an entry for each chunk with another number of
// samples than the one before (8.7.4).
func samplesOfChunks(b *boxes, runs []run) {
	count, last := uint32(0), -1
	at := len(b.out)
	b.u32(0)
	for i, r := range runs {
		if r.samples != last {
			b.u32(uint32(i+1), uint32(r.samples), 1)
			count, last = count+1, r.samples
		}
	}
	b.setU32(at, count)
}

// offsets are stco's: of the chunks of the pictures and of those of the sound.
func offsets(chunks []chunk, from int) (video, sound []uint32) {
	for _, c := range chunks {
		video = append(video, uint32(from))
		from += c.video.bytes
		sound = append(sound, uint32(from))
		from += c.sound.bytes
	}
	return video, sound
}
