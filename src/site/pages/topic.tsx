import { A, CallUs, Ruled, SearchBox } from '../layout/parts'
import { found, type PageMaker } from '../page'
import { useView } from '../view'

const A_PAGE = 20

/** Everything public on one topic, newest first. */
export const topic: PageMaker = async ({ view, repo, slug }) => {
  const row = found(view.facts.topics.find((one) => one.slug === slug))
  const page = view.params.page ?? 1
  const items = await repo.items({ topic: row.id, limit: A_PAGE + 1, page: 1, ...offset(page) })
  const shown = items.slice(0, A_PAGE)
  const said = (row.phrases ?? []).map(({ phrase }) => phrase).slice(0, 5)
  return {
    title: row.name,
    description: said.length ? `有人这样问：${said.join('、')}` : undefined,
    meta: { ColumnName: row.name, ColumnType: '主题' },
    body: (
      <>
        <h1>{row.name}</h1>
        {said.length > 0 && <p className="lede">大家常说：{said.join('、')}</p>}
        <Ruled items={shown} />
        {!shown.length && <p>这个主题的内容正在写。着急就打下面的电话。</p>}
        <Pages page={page} more={items.length > A_PAGE} />
        <SearchBox />
        <CallUs />
      </>
    ),
  }
}

const offset = (page: number) => (page > 1 ? { page, limit: A_PAGE } : {})

export function Pages({ page, more }: { page: number; more: boolean }) {
  const { path, params } = useView()
  if (page === 1 && !more) return null
  const at = (to: number) => ({ q: params.q, page: to > 1 ? to : undefined })
  return (
    <nav className="pages" aria-label="翻页">
      {page > 1 && (
        <A to={path} change={at(page - 1)}>
          上一页
        </A>
      )}
      {more && (
        <A to={path} change={at(page + 1)}>
          下一页
        </A>
      )}
    </nav>
  )
}
