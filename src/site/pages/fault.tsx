import type { Sheet } from '../layout/Sheet'
import { A, CallUs, SearchBox } from '../layout/parts'

const headings: Record<number, string> = {
  404: '没有这一页',
  429: '请等一会儿',
  503: '正在维护',
}

/** What a person sees when something went wrong: what happened, what to do next, a way back. */
export function faultSheet(status: number, message: string): Sheet {
  const title = headings[status] ?? (status < 500 ? '这样不行' : '出了点问题')
  return {
    title,
    status,
    hidden: true,
    body: (
      <>
        <h1>{title}</h1>
        <p className="lede">{status === 404 ? '地址可能写错了，或者内容已经搬走。用您自己的话找一找：' : message}</p>
        <SearchBox />
        <p>
          <A to="/" className="more">
            回首页
          </A>{' '}
          <A to="/sitemap" className="more">
            看看都有什么
          </A>
        </p>
        <CallUs />
      </>
    ),
  }
}
