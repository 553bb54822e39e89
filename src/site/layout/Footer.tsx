import { countyOffice } from '../repository/facts'
import { useView } from '../view'
import { A, Telephone } from './parts'

const places = [
  ['/ask', '我要提问'],
  ['/calendar', '活动日历'],
  ['/about', '关于本站'],
  ['/privacy', '隐私说明'],
  ['/sitemap', '站点地图'],
] as const

/** What a county site must say about itself (norms 2.1), as far as the settings know it. */
export function Footer() {
  const { facts } = useView()
  const { bureau, telephone, address, footer } = facts.settings
  const office = countyOffice(facts)
  return (
    <footer>
      <nav aria-label="本站">
        {places.map(([to, words]) => (
          <A key={to} to={to}>
            {words}
          </A>
        ))}
      </nav>
      <p>
        {(bureau ?? office?.name) && <>主办：{bureau ?? office?.name} </>}
        {address && <>{address} </>}
        <Telephone number={telephone ?? office?.telephone} name="电话" />
      </p>
      <p className="records">
        {footer?.siteIdCode && <span>网站标识码 {footer.siteIdCode}</span>}
        {footer?.icp && <a href="https://beian.miit.gov.cn/">{footer.icp}</a>}
        {footer?.police && <a href="https://beian.mps.gov.cn/">{footer.police}</a>}
        <Outside href={footer?.organMarkUrl} words="党政机关标识" />
        <Outside href={footer?.errorReportUrl} words="我为政府网站找错" />
      </p>
    </footer>
  )
}

const Outside = ({ href, words }: { href?: string | null; words: string }) =>
  href && /^https?:\/\//.test(href) ? <a href={href}>{words}</a> : null
