/** A topic of the county's list is recognised by its slug or its name; both may be edited, so neither is an id. */
type Rule = { topic: RegExp; folder?: RegExp; words: RegExp }
type Topic = { id: string; slug?: string | null; name: string }

const rules: Rule[] = [
  {
    topic: /marriage|婚姻/,
    folder: /婚姻|家事/,
    words: /离婚|结婚|夫妻|彩礼|抚养费|抚养权|婚内|婚姻(?!法)|探望权|家务/g,
  },
  { topic: /inherit|继承/, folder: /继承/, words: /遗产|遗嘱|继承人|继承权|遗赠/g },
  { topic: /fraud|诈骗(?!.*养老)|反诈/, folder: /诈骗|反诈/, words: /诈骗|刷单|冒充|骗子|银行卡转账|两卡/g },
  {
    topic: /consum|消费/,
    folder: /消费|购物/,
    words: /消费者|退货|退款|退一赔三|惩罚性赔偿|假货|网购|食品安全|经营者|保质期/g,
  },
  { topic: /fundrais|非法集资|养老诈骗/, folder: /集资/, words: /非法集资|非法吸收|高息|养老诈骗|集资/g },
  {
    topic: /labou?r|wage|劳动|欠薪/,
    folder: /劳动|工资|欠薪/,
    words: /劳动者|用人单位|加班|工资|劳动合同|工伤|社会保险|仲裁委员会|欠薪/g,
  },
  {
    topic: /land|hous|neighbo|土地|房屋|相邻/,
    folder: /土地|房屋|相邻|物业|征收/,
    words: /征收|拆迁|宅基地|安置|承包地|土地使用权|国有土地|闲置地|土地|相邻|高空抛物|高空坠物|物业|业主|房屋/g,
  },
  { topic: /traffic|交通/, folder: /交通/, words: /交通事故|交强险|酒驾|醉驾|搭乘|机动车|驾驶员|电动车/g },
  {
    topic: /minor|child|未成年/,
    folder: /未成年|校园/,
    words: /未成年人|监护人|校园欺凌|学生欺凌|家庭教育|幼儿园/g,
  },
  { topic: /drug|禁毒/, folder: /毒/, words: /吸毒|毒品|贩毒|涉毒/g },
  { topic: /violence|家暴|家庭暴力/, folder: /家暴|家庭暴力/, words: /家庭暴力|家暴|人身安全保护令|施暴/g },
  {
    topic: /contract|company|合同|企业/,
    folder: /企业|公司|合规/,
    words: /股东|法定代表人责任|企业合规|注册资本|出资|公司章程/g,
  },
  {
    topic: /intellect|\bip\b|知识产权/,
    folder: /知识产权/,
    words: /商标|专利|著作权|知识产权|商业秘密|盗版/g,
  },
  { topic: /environment|ecolog|生态|环境/, folder: /生态|环境/, words: /污染|生态环境|非法采|盗伐|野生动物|排污/g },
  { topic: /safety|安全生产|消防/, folder: /安全生产|消防/, words: /安全生产|消防|火灾|燃气|爆炸/g },
  { topic: /national-security|国家安全/, folder: /国家安全/, words: /间谍|国家安全|泄露国家秘密/g },
  { topic: /legal-aid|法律援助/, folder: /法律援助/, words: /法律援助/g },
]

const ENOUGH = 6
const LEAD = 3

/**
 * Proposes the topic of a case from its folder and words: the folder counts 6, a word in the title 4, in the text 1
 * (each word at most 4 times). Below 6, or with less than 3 ahead of the next, nothing is proposed: the editor decides.
 */
export function proposeTopic(found: { folder: string; title: string; text: string }, topics: Topic[]): Topic | null {
  const scored = topics
    .map((topic) => ({ topic, score: scoreOf(topic, found) }))
    .filter(({ score }) => score >= ENOUGH)
    .sort((a, b) => b.score - a.score)
  const [best, next] = scored
  if (!best || (next && best.score - next.score < LEAD)) return null
  return best.topic
}

function scoreOf({ slug, name }: Topic, { folder, title, text }: { folder: string; title: string; text: string }) {
  const rule = rules.find(({ topic }) => topic.test(name)) ?? rules.find(({ topic }) => topic.test(slug ?? ''))
  if (!rule) return 0
  const counts = new Map<string, number>()
  for (const [word] of text.matchAll(rule.words)) counts.set(word, Math.min(4, (counts.get(word) ?? 0) + 1))
  const inText = [...counts.values()].reduce((sum, count) => sum + count, 0)
  const inTitle = new Set([...title.matchAll(rule.words)].map(([word]) => word)).size
  return (rule.folder?.test(folder) ? 6 : 0) + inTitle * 4 + inText
}
