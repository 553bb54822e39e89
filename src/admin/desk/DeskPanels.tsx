import Link from 'next/link'
import type { ReactNode } from 'react'
import { when } from '../review/reasons'
import { sayIn, type Language } from '../say'
import { EntryActions } from '../plan/EntryActions'
import { Commissions } from './Commissions'
import { DeskMix } from './DeskMix'
import { Occasions } from './Occasions'
import type { LendingLine } from './lending'
import type { ItemLine, Work } from './work'

type Props = {
  work: Work
  name: string
  language: Language
  /** Where the phone page is, outside the admin. */
  shoot: string
  may: { write: boolean; film: boolean; colleagues: boolean; manage: boolean }
}

export function DeskPanels({ work, name, language, shoot, may }: Props) {
  const say = sayIn(language)
  const { drafts, unclaimed, returned, awaiting, films, deliveries, held, questions, lending } = work
  const waiting = [drafts, unclaimed.lines, returned, awaiting, films, deliveries.lines, held.lines]
  const nothing = waiting.every((lines) => !lines.length) && !questions
  const item = (line: ItemLine, verb: string) => (
    <li key={line.href}>
      <Link href={line.href} prefetch={false}>
        {line.title}
      </Link>
      <small>{[line.by, when(line.at, language)].filter(Boolean).join(' · ')}</small>
      <Go href={line.href}>{verb}</Go>
    </li>
  )
  const lendingLine = ({ href, title, words }: LendingLine, verb: string) => (
    <li key={href}>
      <Link href={href} prefetch={false}>
        {title}
      </Link>
      <small>{words[language]}</small>
      <Go href={href}>{verb}</Go>
    </li>
  )
  return (
    <div className="mb-desk gutter--left gutter--right">
      <h1>{say(`${name}，现在要做的`, `${name}, what to do now`)}</h1>
      {(may.write || may.film) && (
        <p className="mb-desk__start">
          {may.write && (
            <Link className="mb-button mb-button--main" href="/admin/collections/articles/create" prefetch={false}>
              {say('写一个案例', 'Write a case')}
            </Link>
          )}
          {may.film && (
            <a className="mb-button mb-desk__shoot" href={shoot}>
              {say('拍一条', 'Shoot one')}
            </a>
          )}
          {may.film && (
            <Link className="mb-button" href="/admin/collections/videos/create" prefetch={false}>
              {say('传一部影片', 'Upload a film')}
            </Link>
          )}
        </p>
      )}
      {may.colleagues && (
        <p className="mb-desk__start">
          <Link className="mb-button" href="/admin/collections/users" prefetch={false}>
            {say('加一位同事', 'Add a colleague')}
          </Link>
        </p>
      )}
      {nothing && <p className="mb-desk__empty">{emptyWords(may, say)}</p>}
      <Panel count={awaiting.length} title={say('等您审核', 'Awaiting your review')}>
        {awaiting.map((line) => item(line, say('去审', 'Review')))}
      </Panel>
      <Panel count={returned.length} title={say('退回给您的', 'Sent back to you')}>
        {returned.map((line) => (
          <li key={line.href}>
            <Link href={line.href} prefetch={false}>
              {line.title}
            </Link>
            <q>{line.reason}</q>
            <Go href={line.href}>{say('去改', 'Change it')}</Go>
          </li>
        ))}
      </Panel>
      <Panel count={deliveries.total} title={say('要您动手的投放', 'Deliveries that need a hand')}>
        {deliveries.lines.map((line) => (
          <li key={line.id}>
            <a href={line.href}>{line.title}</a>
            <small>{[line.channel, line.words[language], when(line.at, language)].join(' · ')}</small>
            <a className="mb-go" href={line.href}>
              {say('去处理', 'Deal with it')}
            </a>
          </li>
        ))}
      </Panel>
      <Panel count={held.total} title={say('主题发多了，先压着的投放', 'Held back: topic at its cap')}>
        {held.lines.map(({ href, delivery }) => (
          <li key={delivery.id}>
            <a href={href}>{delivery.title}</a>
            <small>{delivery.held}</small>
            <EntryActions delivery={delivery} />
          </li>
        ))}
        {held.total > held.lines.length && (
          <li>
            <a href="/admin/plan">{say(`全部 ${held.total} 条`, `All ${held.total}`)}</a>
          </li>
        )}
      </Panel>
      <Panel count={films.length} title={say('影片', 'Films')}>
        {films.map((line) => (
          <li key={line.href}>
            <Link href={line.href} prefetch={false}>
              {line.title}
            </Link>
            <small className={line.failed ? 'is-failed' : ''}>
              {line.words[language]}
              {line.percent === null ? '' : ` ${line.percent}%`}
            </small>
            <Go href={line.href}>{line.failed ? say('重新上传', 'Upload again') : say('看进度', 'Watch')}</Go>
          </li>
        ))}
      </Panel>
      {questions > 0 && (
        <Panel count={questions} title={say('居民提问', 'Questions')}>
          <li>
            <span>{say(`${questions} 个问题还没答复`, `${questions} unanswered`)}</span>
            <Go href="/admin/collections/questions?where[or][0][and][0][state][equals]=new">
              {say('去答复', 'Answer')}
            </Go>
          </li>
        </Panel>
      )}
      <Panel count={lending.changed.length} title={say('借来的，原文变了', 'Borrowed, and the original changed')}>
        {lending.changed.map((line) => lendingLine(line, say('去看', 'Look')))}
      </Panel>
      <Panel count={drafts.length} title={say('您在写的', 'Your drafts')}>
        {drafts.map((line) => item(line, say('接着写', 'Go on')))}
      </Panel>
      <Panel count={unclaimed.total} title={say('等您来写', 'Waiting for a writer')}>
        {unclaimed.lines.map((line) => item(line, say('我来写', 'Write it')))}
        {unclaimed.total > unclaimed.lines.length && (
          <li>
            <Link href={unclaimed.href} prefetch={false}>
              {say(`全部 ${unclaimed.total} 篇`, `All ${unclaimed.total}`)}
            </Link>
          </li>
        )}
      </Panel>
      {(may.write || may.manage) && <Occasions />}
      {(may.write || may.manage) && <Commissions manage={may.manage} />}
      <Panel count={lending.lent.length} title={say('借给别的所的', 'Lent to other offices')}>
        {lending.lent.map((line) => lendingLine(line, say('去看', 'Look')))}
      </Panel>
      <DeskMix />
    </div>
  )
}

const Go = ({ href, children }: { href: string; children: ReactNode }) => (
  <Link className="mb-go" href={href} prefetch={false}>
    {children}
  </Link>
)

function Panel({ title, count, children }: { title: string; count: number; children: ReactNode }) {
  if (!count) return null
  return (
    <section>
      <h2>
        {title} <span className="mb-count">{count}</span>
      </h2>
      <ul>{children}</ul>
    </section>
  )
}

function emptyWords(may: Props['may'], say: ReturnType<typeof sayIn>): string {
  if (may.write)
    return say('手上没有事。写一个居民常问的案例吧。', 'Nothing waits. Write a case residents often ask about.')
  if (may.manage) return say('没有等您处理的。可以去“数据”看看配比。', 'Nothing waits. Data shows the mix.')
  return say('没有等您处理的。', 'Nothing waits for you.')
}
