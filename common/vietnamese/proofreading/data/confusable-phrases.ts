import pack from './confusable-phrases.json'

/**
 * Phrases that are wrong wherever they stand, with what was meant, both in lower case. Ambiguous ones (tri thức, bàng quang,
 * để giành) are left out: a false alarm costs more than a miss. Written from general knowledge of the language; no word list
 * was copied.
 */
export const confusablePhrases: ReadonlyMap<string, string> = new Map(Object.entries(pack))
