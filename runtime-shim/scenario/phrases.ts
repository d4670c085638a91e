// Which of a list of phrases a caller said.

/** Phrases by the word that stands for them. */
export interface Phrases {
  [word: string]: string[];
}

/** Scripts without spaces between words: Thai and Lao, Japanese, Chinese. */
const unspaced = /[\u0e00-\u0eff\u3040-\u30ff\u3400-\u9fff]/;

/** Lower case, with single spaces for all that is neither letter nor digit. */
function plain(text: string): string {
  return text.toLowerCase().replace(/[\u0000-\u002f\u003a-\u0040\u005b-\u0060\u007b-\u00bf\u2000-\u206f\u3000-\u303f\uff00-\uff0f]+/g, " ").trim();
}

function holds(text: string, phrase: string): boolean {
  return unspaced.test(phrase) ? text.indexOf(phrase) >= 0 : (" " + text + " ").indexOf(" " + phrase + " ") >= 0;
}

/** The word whose phrase is in a text, the longest phrase before others; null for none, or for two words with one as long as the other. */
export function phraseIn(said: string, phrases: Phrases): string | null {
  const text = plain(said);
  const words = Object.keys(phrases);
  let best: string | null = null;
  let longest = 0;
  for (let i = 0; i < words.length; i++) {
    const list = phrases[words[i]];
    for (let j = 0; j < list.length; j++) {
      const phrase = plain(list[j]);
      if (phrase.length < longest || phrase === "" || !holds(text, phrase)) continue;
      if (phrase.length > longest) best = words[i];
      else if (best !== words[i]) best = null;
      longest = phrase.length;
    }
  }
  return best;
}
