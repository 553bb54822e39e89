type TopicRow = { slug: string; name: string; nameEn: string; phrases: string[] }

/** The 18 topics a county starts with (research: field.md 4). Slugs are stable; names and phrases are the county's to change. */
export const topicRows: TopicRow[] = [
  {
    slug: 'marriage-family',
    name: '婚姻家庭',
    nameEn: 'Marriage and family',
    phrases: ['离婚', '彩礼', '抚养费', '养老钱', '两口子吵架', '孩子归谁', '儿女不养老'],
  },
  {
    slug: 'inheritance',
    name: '继承',
    nameEn: 'Inheritance',
    phrases: ['遗产', '遗嘱', '分家产', '老人走了房子归谁', '出嫁女儿'],
  },
  {
    slug: 'telecom-fraud',
    name: '电信网络诈骗',
    nameEn: 'Telecom fraud',
    phrases: ['被骗钱', '刷单', '安全账户', '冒充公安', '借银行卡', '验证码', '网贷', '投资群'],
  },
  {
    slug: 'consumer-rights',
    name: '消费维权',
    nameEn: 'Consumer rights',
    phrases: ['买到假货', '退货', '退钱', '不给退', '会员卡跑路', '缺斤短两', '预付卡'],
  },
  {
    slug: 'elder-scams',
    name: '非法集资与养老诈骗',
    nameEn: 'Fundraising and elder scams',
    phrases: ['高利息', '集资', '保健品', '养老床位', '免费鸡蛋', '以房养老', '本金拿不回'],
  },
  {
    slug: 'labour-wages',
    name: '劳动与欠薪',
    nameEn: 'Labour and wages',
    phrases: ['老板不给钱', '欠工资', '没签合同', '加班费', '工伤', '开除', '试用期', '社保'],
  },
  {
    slug: 'land-housing',
    name: '土地房屋相邻',
    nameEn: 'Land, housing, neighbours',
    phrases: ['收地', '承包地', '宅基地', '邻居占地', '漏水', '拆迁', '租地', '挡光', '租房押金'],
  },
  {
    slug: 'traffic',
    name: '交通',
    nameEn: 'Traffic',
    phrases: ['撞车', '酒驾', '电动车', '赔多少', '逃逸', '没驾照'],
  },
  {
    slug: 'minors',
    name: '未成年人保护',
    nameEn: 'Protection of minors',
    phrases: ['孩子打赏', '校园欺负', '卖烟给学生', '孩子上网', '留守儿童', '童工'],
  },
  { slug: 'drugs', name: '禁毒', nameEn: 'Drugs', phrases: ['毒品', '上头电子烟', '种罂粟', '吸毒', '运货不知道是啥'] },
  {
    slug: 'domestic-violence',
    name: '反家暴',
    nameEn: 'Domestic violence',
    phrases: ['打老婆', '家里打人', '打孩子', '人身保护令', '不敢回家'],
  },
  {
    slug: 'contracts-company',
    name: '合同与企业合规',
    nameEn: 'Contracts and companies',
    phrases: ['欠钱不还', '借条', '合同违约', '定金', '注册资本', '货款', '担保', '转让店面'],
  },
  { slug: 'ip', name: '知识产权', nameEn: 'Intellectual property', phrases: ['商标', '山寨', '盗图', '侵权', '抄袭'] },
  {
    slug: 'environment',
    name: '生态环境',
    nameEn: 'Environment',
    phrases: ['烧秸秆', '电鱼', '打鸟', '污水', '砍树', '噪声'],
  },
  {
    slug: 'safety',
    name: '安全生产与消防',
    nameEn: 'Work and fire safety',
    phrases: ['消防检查', '电动车充电', '烟花爆竹', '安全出口', '工地受伤'],
  },
  {
    slug: 'national-security',
    name: '国家安全',
    nameEn: 'National security',
    phrases: ['间谍', '泄密', '拍军事基地', '陌生人打听'],
  },
  { slug: 'constitution', name: '宪法', nameEn: 'Constitution', phrases: ['宪法', '选举', '公民权利', '宪法日'] },
  {
    slug: 'legal-aid',
    name: '法律援助',
    nameEn: 'Legal aid',
    phrases: ['没钱请律师', '免费律师', '法律援助', '12348', '找人写诉状', '调解'],
  },
]
