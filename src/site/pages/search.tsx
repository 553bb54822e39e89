import { Cite } from '../blocks/provisions'
import { A, CallUs, Ruled, SearchBox } from '../layout/parts'
import type { PageMaker } from '../page'
import type { Item } from '../repository/items'
import type { Found } from '../repository/search'
import { useView } from '../view'

const FILMS_SHOWN = 40
/** 长辈版 must be found under the names people know it by (norms 1.1, 3.1). */
const elderNames = /长辈版|关怀版|关爱版|亲情版|老年版|大字版/

export const search: PageMaker = async ({ view, repo }) => {
  const { q, variety } = view.params
  if (!q) return spokenHere(await repo.items({ kind: 'videos', limit: FILMS_SHOWN }), variety)
  const found = await repo.search(q, view.facts)
  return {
    title: `找“${q}”`,
    hidden: true,
    found: found.items.length + found.provisions.length,
    body: <Results q={q} found={found} />,
  }
}

function Results({ q, found: { items, provisions } }: { q: string; found: Found }) {
  const nothing = !items.length && !provisions.length
  return (
    <>
      <h1>找“{q}”</h1>
      <SearchBox q={q} />
      {elderNames.test(q) && (
        <p>
          <A to="/" change={{ edition: 'elder' }} className="more">
            打开长辈版（字大、一屏一件事）
          </A>
        </p>
      )}
      <Ruled items={items} />
      {provisions.length > 0 && (
        <section>
          <h2>法律里的说法</h2>
          <ul className="ruled">
            {provisions.map((provision) => (
              <li key={provision.id}>
                <Cite provision={provision as never} />
                <p className="hint">{around(provision.text, q)}</p>
              </li>
            ))}
          </ul>
        </section>
      )}
      {nothing && (
        <>
          <p>没有找到。换个说法试试，或者直接打电话问，也可以把问题留给我们。</p>
          <p>
            <A to="/ask" className="more">
              我要提问
            </A>
          </p>
        </>
      )}
      {(nothing || items.length < 3) && <CallUs />}
    </>
  )
}

/** Without words to look for: the films, under the languages they can be heard in. */
function spokenHere(films: Item[], variety: string | undefined) {
  const heard = new Map<string, string>()
  for (const { stream } of films) for (const audio of stream?.audio ?? []) heard.set(audio.variety, audio.name)
  const all = !variety || variety === 'local' || !heard.has(variety)
  const shown = films.filter(({ stream }) =>
    stream?.audio.some((audio) => (all ? audio.variety !== 'cmn' : audio.variety === variety)),
  )
  return {
    title: variety ? '本地话' : '找一找',
    body: <Spoken heard={[...heard]} films={variety ? shown : []} variety={all ? undefined : variety} />,
  }
}

function Spoken({ heard, films, variety }: { heard: [string, string][]; films: Item[]; variety?: string }) {
  const { params } = useView()
  if (!params.variety)
    return (
      <>
        <h1>找一找</h1>
        <SearchBox />
        <CallUs />
      </>
    )
  return (
    <>
      <h1>用您听得懂的话讲</h1>
      <p className="tongues">
        {heard.map(([code, name]) => (
          <A key={code} to="/search" change={{ variety: code }} current={code === variety}>
            {name}
          </A>
        ))}
      </p>
      <Ruled items={films} />
      {!films.length && <p>还没有用本地话讲的影片。听不懂的地方，打电话问我们，可以说本地话。</p>}
      <SearchBox />
      <CallUs />
    </>
  )
}

const AROUND = 30
function around(text: string, q: string): string {
  const at = Math.max(0, text.indexOf(q) - AROUND)
  return `${at ? '……' : ''}${text.slice(at, at + q.length + AROUND * 2).replace(/\n/g, ' ')}……`
}
