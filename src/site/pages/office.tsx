import { idOf } from '../repository/facts'
import { A, Ruled, Telephone } from '../layout/parts'
import { found, type PageMaker } from '../page'

/** Where to go and whom to call. */
export const office: PageMaker = async ({ view, repo, slug }) => {
  const { facts } = view
  const row = found(facts.offices.find((one) => one.slug === slug))
  const items = await repo.items({ where: { office: { equals: row.id } }, limit: 8 })
  const above = facts.offices.find(({ id }) => id === idOf(row.parent))
  const below = facts.offices.filter(({ parent }) => idOf(parent) === row.id)
  const spoken = facts.varieties.filter(({ id }) => row.varieties?.some((one) => idOf(one) === id))
  return {
    title: row.name,
    description: [row.address, row.hours].filter(Boolean).join('，') || undefined,
    jsonLd: {
      '@context': 'https://schema.org',
      '@type': 'GovernmentOrganization',
      name: row.name,
      telephone: row.telephone ?? undefined,
      address: row.address ?? undefined,
      openingHours: row.hours ?? undefined,
    },
    body: (
      <>
        <h1>{row.name}</h1>
        <ul className="ruled facts">
          {row.telephone && (
            <li>
              <Telephone number={row.telephone} name="电话" />
            </li>
          )}
          {row.hours && <li>办公时间：{row.hours}</li>}
          {row.address && <li>地址：{row.address}</li>}
          {spoken.length > 0 && <li>会说：{spoken.map(({ name }) => name).join('、')}</li>}
        </ul>
        {row.about && <p>{row.about}</p>}
        {(above || below.length > 0) && (
          <ul className="ruled">
            {[above, ...below].map(
              (near) =>
                near && (
                  <li key={near.id}>
                    <A to={`/offices/${near.slug}`} className="row">
                      <span className="title">{near.name}</span>
                    </A>
                  </li>
                ),
            )}
          </ul>
        )}
        {items.length > 0 && (
          <section>
            <h2>这里写的</h2>
            <Ruled items={items} />
          </section>
        )}
      </>
    ),
  }
}
