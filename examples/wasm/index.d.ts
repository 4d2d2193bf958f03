/** A card as JSON: `sharekit schema card` prints its schema. */
export type Card = { headline?: string; body?: string; source?: string; lang?: string; blocks?: Block[]; [key: string]: unknown };
export type Block = { type: string; [key: string]: unknown };

export type Look = {
	/** One of `names().themes`; without it, the first. */
	theme?: string;
	/** One of `names().formats`; without it, portrait. */
	format?: string;
	type?: "png" | "jpg" | "svg" | "pdf";
};

/** `alt` says in words what the picture shows. `whole` is false if the format had no room for some block. */
export type Picture = { data: Uint8Array; alt: string; whole: boolean };

export type Draft = { text: string; short?: string; link?: string; tags?: string[]; lang?: string };

/** `length` is counted as the platform counts; a `limit` of 0 is none. */
export type Post = { text: string; length: number; limit: number };

export type Names = { themes: string[]; formats: string[]; platforms: string[]; types: string[] };

export interface Toolkit {
	draw(card: Card, look?: Look): Picture;
	compose(platform: string, post: Draft): Post;
	names(): Names;
}

/** What is thrown: the broken rule, where it has one, and the field. */
export class ToolkitError extends Error {
	rule?: string;
	field?: string;
}

/** Starts the toolkit, which then answers without waiting. */
export function open(wasm?: BufferSource): Promise<Toolkit>;
