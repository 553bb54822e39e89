type Spoken = { id: string; name: string; phrases?: readonly { phrase: string }[] | null }

/**
 * The topic that a search was about: the longest everyday phrase or name that the query contains, else one that contains
 * the query. Null when nothing fits or a query of one letter could mean anything.
 */
export function topicOfSearch(query: string, topics: readonly Spoken[]): string | null {
  const q = plain(query)
  if (q.length < 2) return null
  const said = topics.flatMap(({ id, name, phrases }) =>
    [name, ...(phrases ?? []).map(({ phrase }) => phrase)].map((words) => ({ id, words: plain(words) })),
  )
  const fits = said
    .filter(({ words }) => words.length >= 2 && (q.includes(words) || words.includes(q)))
    // What the query says in full beats what it is only a part of; then the longer words.
    .sort((a, b) => Number(q.includes(b.words)) - Number(q.includes(a.words)) || b.words.length - a.words.length)
  return fits[0]?.id ?? null
}

const plain = (text: string) => text.normalize('NFKC').toLowerCase().replace(/\s+/g, '')
