import { chosenSegment, isElder, useView } from '../view'
import { A } from './parts'

/** The thin bar of every page: home, 长辈版, 本地话, 字号. Buttons that need a script are shown by the script. */
export function Bar() {
  const view = useView()
  const elder = isElder(view)
  const segment = chosenSegment(view)
  const here = view.path
  const keep = { q: view.params.q, page: view.params.page, pick: view.params.pick }
  return (
    <header className="bar">
      <A to="/" className="home">
        {view.facts.settings.siteName ?? '明白'}
      </A>
      <nav aria-label="显示方式">
        <A to={here} change={{ ...keep, edition: elder ? undefined : 'elder' }}>
          <span data-edition={elder ? '' : 'elder'}>{elder ? '标准版' : '长辈版'}</span>
        </A>
        <A to="/search" change={{ variety: 'local' }}>
          本地话
        </A>
        <button type="button" data-size hidden>
          字号
        </button>
        <button type="button" data-contrast hidden>
          黑白
        </button>
      </nav>
      {segment && (
        <p className="who">
          <A to={`/s/${segment.slug}`}>给{segment.name}看的</A>
          <A to={here} change={{ ...keep, s: undefined }} className="quiet">
            <span data-segment="">不选了</span>
          </A>
        </p>
      )}
    </header>
  )
}
