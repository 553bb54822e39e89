import { verdictWords } from '../../lib/spokenText'
import { Blocks } from '../blocks/Blocks'
import { Cite } from '../blocks/provisions'
import { cardImages, cardOf } from '../cards/card'
import { gloss } from '../layout/Gloss'
import { CallUs, Ruled, Stamp, Telephone } from '../layout/parts'
import { filesOfImage, Picture } from '../layout/Picture'
import { plainText, RichText } from '../layout/RichText'
import type { Sheet } from '../layout/Sheet'
import { ByLine, Variants } from '../layout/ByLine'
import { AboutReadings, offeredReadings, Readings } from '../layout/Listen'
import { ListenAndCall, Share } from '../layout/actions'
import { found, type PageMaker } from '../page'
import { idOf, officeOf } from '../repository/facts'
import { articleItem, publishedAt, type Item } from '../repository/items'
import type { ArticleDetail } from '../repository/details'
import { isElder, useView, type View } from '../view'

export const article: PageMaker = async ({ view, repo, slug }) => {
  const detail = found(await repo.article(slug))
  const related = await repo.related({ id: detail.doc.id, topic: idOf(detail.doc.topic) })
  return articleSheet(view, detail, related)
}

/** The page of an article, published or a draft in preview. */
export function articleSheet(view: View, detail: ArticleDetail, related: Item[]): Sheet {
  const { doc, cover } = detail
  const variety = view.facts.varieties.find(({ id }) => id === idOf(doc.variety))
  const topic = view.facts.topics.find(({ id }) => id === idOf(doc.topic))
  const office = officeOf(view.facts, doc.office)
  const text = plainText(doc.story)
  const card = cardOf(view.facts, articleItem(doc), cover)
  return {
    title: doc.title ?? '',
    description: doc.answer ?? undefined,
    item: `articles/${doc.slug}`,
    length:
      text.length +
      (doc.answer ?? '').length +
      (doc.steps ?? []).reduce((sum, step) => sum + (step.text ?? '').length, 0),
    card,
    body: <ArticleBody detail={detail} related={related} lang={variety?.tag} dir={variety?.direction} />,
    jsonLd: {
      '@context': 'https://schema.org',
      '@type': 'FAQPage',
      inLanguage: variety?.tag ?? 'zh-Hans',
      datePublished: publishedAt(doc),
      image: cardImages(view, card),
      publisher: { '@type': 'GovernmentOrganization', name: office?.name ?? view.facts.settings.bureau ?? '明白' },
      mainEntity: {
        '@type': 'Question',
        name: doc.question || doc.title,
        acceptedAnswer: {
          '@type': 'Answer',
          text: `${doc.verdict ? `${verdictWords[doc.verdict]}。` : ''}${doc.answer ?? ''}`,
        },
      },
    },
    meta: {
      ArticleTitle: doc.title,
      PubDate: publishedAt(doc),
      ContentSource: doc.source || office?.name,
      ColumnName: topic?.name,
      Keywords: topic?.name,
      keywords: topic?.name,
    },
  }
}

type Props = { detail: ArticleDetail; related: Item[]; lang?: string; dir?: 'ltr' | 'rtl' | null }

function ArticleBody({ detail, related, lang, dir }: Props) {
  const view = useView()
  const { doc } = detail
  // What has been explained once on the page is not explained again.
  const seen = new Set<string>()
  const own = (doc.callWhom ?? []).filter(({ telephone }) => telephone)
  const telephone = own[0]?.telephone ?? officeOf(view.facts, doc.office)?.telephone ?? view.facts.settings.hotline
  const offered = offeredReadings(view, detail)
  const readings = offered.length > 0 && <Readings offered={offered} />
  return (
    <article lang={lang} dir={dir === 'rtl' ? 'rtl' : undefined}>
      <header className={doc.verdict ? 'answer stamped' : 'answer'}>
        <h1>{doc.title}</h1>
        {doc.verdict && <Stamp verdict={doc.verdict} />}
        <p className="lede" data-say>
          {gloss(doc.answer ?? '', seen)}
        </p>
        {doc.question && <p className="question">{gloss(doc.question, seen)}</p>}
      </header>
      {isElder(view) && <ListenAndCall telephone={telephone} readings={readings || undefined} />}
      {!isElder(view) && readings && <p className="listen">{readings}</p>}
      <AboutReadings offered={offered} />
      <Variants detail={detail} />
      <Steps steps={doc.steps ?? []} seen={seen} />
      {own.length > 0 && (
        <section className="call">
          <h2>打给谁</h2>
          <ul className="ruled">
            {own.map(({ name, telephone }, index) => (
              <li key={index}>
                <Telephone number={telephone} name={name} />
              </li>
            ))}
          </ul>
        </section>
      )}
      <Folded title="事情经过">
        <Cover detail={detail} />
        <RichText value={doc.story} seen={seen} />
      </Folded>
      {Boolean(doc.body?.length) && (
        <Folded title="法律怎么说">
          <Blocks detail={detail} seen={seen} />
        </Folded>
      )}
      <Citations detail={detail} />
      <ByLine office={doc.office} source={doc.source} credit={detail.credit} at={publishedAt(doc)} />
      <Share title={doc.title ?? ''} />
      {related.length > 0 && (
        <section>
          <h2>还可以看</h2>
          <Ruled items={related} />
        </section>
      )}
      <CallUs office={doc.office} />
    </article>
  )
}

function Steps({ steps, seen }: { steps: { text: string }[]; seen: Set<string> }) {
  if (!steps.length) return null
  return (
    <section>
      <h2>怎么办</h2>
      <ol className="steps" data-say>
        {steps.map(({ text }, index) => (
          <li key={index}>{gloss(text ?? '', seen)}</li>
        ))}
      </ol>
    </section>
  )
}

/** In the elder edition one thing stands on a screen: the story and the law open when they are wanted. */
function Folded({ title, children }: { title: string; children: React.ReactNode }) {
  const elder = isElder(useView())
  if (!elder)
    return (
      <section>
        <h2>{title}</h2>
        {children}
      </section>
    )
  return (
    <details className="folded">
      <summary>{title}</summary>
      {children}
    </details>
  )
}

function Cover({ detail: { cover } }: { detail: ArticleDetail }) {
  return cover ? <Picture files={filesOfImage(cover)} alt={cover.alt} /> : null
}

/** Every citation of the text; one that leads to no article of law stays readable as it was written. */
function Citations({ detail: { doc, provisions } }: { detail: ArticleDetail }) {
  const citations = doc.citations ?? []
  if (!citations.length) return null
  return (
    <section className="citations">
      <h2>文中的法条</h2>
      <ul>
        {citations.map(({ raw, provision }, index) => (
          <li key={index}>
            <Cite provision={provisions.get(idOf(provision) ?? '')} words={raw} />
          </li>
        ))}
      </ul>
    </section>
  )
}
