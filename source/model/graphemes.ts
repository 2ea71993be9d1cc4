let segmenter: Intl.Segmenter | null = null;

/**
The characters of a text as one perceives them, each with its index. Making a segmenter costs some 20 ms, so it is made when
the first text needs one.
*/
export const graphemeSegments = (text: string): Iterable<{segment: string; index: number}> => {
	segmenter ??= new Intl.Segmenter(undefined, {granularity: 'grapheme'});
	return segmenter.segment(text);
};
