import { A, CallUs, Telephone } from '../layout/parts'
import type { PageMaker } from '../page'
import { countyOffice } from '../repository/facts'
import { Statutes } from './home'

export const about: PageMaker = async ({ view }) => {
  const { settings } = view.facts
  const bureau = settings.bureau ?? countyOffice(view.facts)?.name
  return {
    title: '关于本站',
    body: (
      <>
        <h1>关于本站</h1>
        <p>
          {bureau ? `本站由${bureau}主办。` : ''}
          一页纸讲明白一件事：能不能、怎么办、找谁。内容由司法所的同事写，另一位同事审过才公开。
        </p>
        <p>这里讲的是一般道理，不能代替律师对您这件事的意见。拿不准，请打电话。</p>
        <p>字小看不清，点每页最上面的“长辈版”。</p>
        <CallUs />
      </>
    ),
  }
}

/** What is counted and how; kept true by the beacon's contract and by the tests that no cookie is set. */
export const privacy: PageMaker = async ({ view }) => {
  const { settings } = view.facts
  return {
    title: '隐私说明',
    body: (
      <>
        <h1>隐私说明</h1>
        <p className="lede">我们数的是次数，不是人。</p>
        <h2>我们数什么</h2>
        <ul>
          <li>哪一页被打开、读完，哪部影片被播放、看到第几秒、看完，哪一页被分享。</li>
          <li>搜索时输入的词，用来知道大家缺什么。</li>
          <li>您自己选的人群（比如“老年人”）、语种，和您是从哪个渠道的链接来的。</li>
        </ul>
        <p>
          为了估计一天有多少不同的人来过，会用当天随机生成的钥匙把网络地址算成一个不能倒推的号；钥匙在 48
          小时内销毁，网络地址不存。
        </p>
        <h2>我们不做什么</h2>
        <ul>
          <li>不用 Cookie，不要注册，不存姓名、电话、网络地址。</li>
          <li>不猜您是谁，不按您看过什么来推送。</li>
          <li>不放广告，不用别人家的统计代码。</li>
        </ul>
        <h2>存在您手机里的</h2>
        <p>
          您选的版本（长辈版）、字号、黑白、人群、语种，以及影片看到哪里，只记在您自己的手机里，清除浏览器数据就没有了。
        </p>
        <h2>提问</h2>
        <p>“我要提问”只存问题本身。请不要写姓名、电话、身份证号；写了号码，我们会在存之前盖住。</p>
        <h2>想问、想删</h2>
        <p>
          <Telephone number={settings.telephone ?? countyOffice(view.facts)?.telephone} name="电话" />
          {settings.address && <>，{settings.address}</>}
        </p>
      </>
    ),
  }
}

/** Every door of the site in one list; items stand under their topics. */
export const sitemap: PageMaker = async ({ view }) => {
  const { segments, topics, offices } = view.facts
  const groups = [
    ['给谁看', segments.map(({ slug, name }) => [`/s/${slug}`, name])],
    ['讲什么', topics.map(({ slug, name }) => [`/topics/${slug}`, name])],
    ['司法局和司法所', offices.map(({ slug, name }) => [`/offices/${slug}`, name])],
    [
      '本站',
      [
        ['/search', '找一找'],
        ['/ask', '我要提问'],
        ['/calendar', '活动日历'],
        ['/about', '关于本站'],
        ['/privacy', '隐私说明'],
      ],
    ],
  ] as [string, [string, string][]][]
  return {
    title: '站点地图',
    body: (
      <>
        <h1>站点地图</h1>
        {groups.map(
          ([heading, rows]) =>
            rows.length > 0 && (
              <section key={heading}>
                <h2>{heading}</h2>
                <ul className="ruled">
                  {rows.map(([to, name]) => (
                    <li key={to}>
                      <A to={to} className="row">
                        <span className="title">{name}</span>
                      </A>
                    </li>
                  ))}
                </ul>
              </section>
            ),
        )}
        <Statutes />
      </>
    ),
  }
}
