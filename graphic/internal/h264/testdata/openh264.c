/* Decodes a stream of Annex B with OpenH264 and writes the planes of each
 * picture. A picture per call: argv[1] is the stream, units begin 00 00 00 01.
 * Any complaint of the decoder ends it. */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <wels/codec_api.h>

static void write_picture(unsigned char *planes[3], SBufferInfo *info) {
	SSysMEMBuffer *m = &info->UsrData.sSystemBuffer;
	for (int i = 0; i < 3; i++) {
		int w = i ? m->iWidth / 2 : m->iWidth, h = i ? m->iHeight / 2 : m->iHeight;
		for (int y = 0; y < h; y++)
			fwrite(planes[i] + y * m->iStride[i > 0], 1, w, stdout);
	}
}

int main(int argc, char **argv) {
	FILE *f = fopen(argv[1], "rb");
	if (!f) return 1;
	fseek(f, 0, SEEK_END);
	long n = ftell(f);
	rewind(f);
	unsigned char *in = malloc(n + 4);
	if (fread(in, 1, n, f) != (size_t)n) return 1;
	ISVCDecoder *d;
	SDecodingParam p;
	memset(&p, 0, sizeof p);
	p.sVideoProperty.eVideoBsType = VIDEO_BITSTREAM_AVC;
	p.eEcActiveIdc = ERROR_CON_DISABLE;
	if (WelsCreateDecoder(&d) || (*d)->Initialize(d, &p)) return 1;
	for (long from = 0; from < n;) {
		long to = from + 4;
		while (to < n && memcmp(in + to, "\0\0\0\1", 4)) to++;
		unsigned char *planes[3] = {0};
		SBufferInfo info;
		memset(&info, 0, sizeof info);
		int err = (*d)->DecodeFrameNoDelay(d, in + from, (int)(to - from), planes, &info);
		if (err) {
			fprintf(stderr, "unit at byte %ld: %d\n", from, err);
			return 1;
		}
		if (info.iBufferStatus == 1) write_picture(planes, &info);
		from = to;
	}
	return 0;
}
