import type { Question } from '../../payload-types'
import { A, CallUs } from '../layout/parts'
import type { PageMaker } from '../page'
import { idOf } from '../repository/facts'
import type { Item } from '../repository/items'
import { chosenSegment, useView } from '../view'

export const LONGEST_QUESTION = 300

/** A form that works without a script, and the questions of others that were answered in public. */
export const ask: PageMaker = async ({ repo }) => {
  const questions = await repo.answeredQuestions()
  const keys = questions.flatMap(({ item }) => (item ? [`${item.relationTo}:${idOf(item.value)}`] : []))
  const items = await repo.itemsByKey(keys)
  return {
    title: '我要提问',
    description: '把遇到的事说一说，不用留名字和电话。',
    body: <Ask questions={questions} items={items} />,
  }
}

function Ask({ questions, items }: { questions: Question[]; items: Item[] }) {
  const view = useView()
  const { base, params } = view
  return (
    <>
      <h1>我要提问</h1>
      <form method="post" action={`${base}/ask`} className="ask">
        <p>
          <label htmlFor="text">把遇到的事说一说。不用留名字和电话，我们也不知道是谁问的。</label>
          <textarea id="text" name="text" required minLength={4} maxLength={LONGEST_QUESTION} rows={6} />
        </p>
        {/* People do not see this field; a machine fills it in and is thanked for nothing. */}
        <p className="unseen" aria-hidden="true">
          <label htmlFor="website">这一格请空着</label>
          <input id="website" name="website" tabIndex={-1} autoComplete="off" />
        </p>
        <input type="hidden" name="segment" value={chosenSegment(view)?.slug ?? ''} />
        {params.edition && <input type="hidden" name="edition" value={params.edition} />}
        <button>交上去</button>
        <p className="hint">答好以后，有代表性的问题会写在这一页。着急的事请直接打电话。</p>
      </form>
      {questions.length > 0 && (
        <section>
          <h2>别人问过的</h2>
          <ul className="ruled">
            {questions.map(({ id, text, answer, item }) => {
              const more = items.find(({ kind, id }) => kind === item?.relationTo && id === idOf(item?.value))
              return (
                <li key={id}>
                  <p className="title">{text}</p>
                  <p>{answer}</p>
                  {more && <A to={more.path}>{more.title}</A>}
                </li>
              )
            })}
          </ul>
        </section>
      )}
      <CallUs />
    </>
  )
}

/** After a question was kept. */
export const thanks: PageMaker = async () => {
  return {
    title: '收到了',
    hidden: true,
    body: (
      <>
        <h1>收到了，谢谢您</h1>
        <p>我们会尽快写一个答复。因为没有留您的联系方式，请过几天再来“我要提问”这一页看看。</p>
        <p>
          <A to="/" className="more">
            回首页
          </A>
        </p>
        <CallUs />
      </>
    ),
  }
}
