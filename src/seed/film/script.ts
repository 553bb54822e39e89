/** One slide: what stands on it, and what each voice says while it stands. Hakka is spelled in Pha̍k-fa-sṳ, the only form its machine voice reads. */
export type Slide = {
  small?: string
  large: string[]
  stamp?: string
  cmn: string
  yue: string
  hak: string
}

export const film = {
  slug: 'three-calls',
  title: '接到电话叫转钱，怎么办？',
  summary: '冒充民警、冒充孙子、免费送鸡蛋：三种骗老人的路数，一部短片讲明白。普通话、粤语、客家话都能听。',
  topic: 'telecom-fraud',
  segments: ['elderly'],
}

export const slides: Slide[] = [
  {
    large: ['接到电话', '叫您转钱，怎么办？'],
    cmn: '各位乡亲，大家好。有人打电话叫您转钱，怎么办？听我讲三种骗局。',
    yue: '各位乡亲，大家好。有人打电话叫你转钱，点算好？听我讲三种骗局。',
    hak: 'kok-vi hiông-chhîn, thai-kâ hó. yû-ngìn tá thien-fa ham ngì chón-chhièn, ngióng-pân phan? thâng ngài kóng sâm-chúng phien-khiuk.',
  },
  {
    small: '第一种',
    large: ['“我是民警，', '您涉案了。”'],
    cmn: '第一种，冒充民警，说您的银行卡犯了案，要把钱转到安全账户。世上没有安全账户。',
    yue: '第一种，扮警察，话你张银行卡犯咗案，要将啲钱转去安全账户。世上冇安全账户嘅。',
    hak: 'thi-yit-chúng, ká-cho kín-chhat, kóng ngì ke ngiùn-hòng-khá fam-fap, oi chiông chhièn chón hi ôn-chhiòn chong-fu. sṳ-kiên mò ôn-chhiòn chong-fu.',
  },
  {
    small: '第二种',
    large: ['“爷爷，是我，', '我出事了。”'],
    cmn: '第二种，冒充孙子，哭着说出事了，要钱救急。先挂电话，打孙子原来的号码，问清楚。',
    yue: '第二种，扮你个孙，喊住话出咗事，要钱救急。先收线，打返你个孙原本嘅电话，问清楚。',
    hak: 'thi-ngi-chúng, ká-cho sûn-é, kieu-tén kóng chhut-sṳ, oi chhièn kiu-kip. siên sû-sien, tá sûn-é ngièn-lòi ke thien-fa, mun chhîn-chhú.',
  },
  {
    small: '第三种',
    large: ['“鸡蛋免费领，', '再买盒神药。”'],
    cmn: '第三种，免费送鸡蛋，再卖您包治百病的保健品。保健品不是药，治不了病。',
    yue: '第三种，免费派鸡蛋，跟住卖包医百病嘅保健品畀你。保健品唔系药，医唔到病。',
    hak: 'thi-sâm-chúng, miên-fi sung kiê-lón, chai mai pâu-yî pak-phiang ke pó-khien-phín pûn ngì. pó-khien-phín m̀-he yo̍k, yî m̀-tet phiang.',
  },
  {
    small: '电话里叫您转钱',
    large: ['能转吗？'],
    stamp: '不能',
    cmn: '电话里叫您转钱，能转吗？不能。',
    yue: '电话入面叫你转钱，转唔转得？唔转得。',
    hak: 'thien-fa tú ham ngì chón-chhièn, chón-tet mò? m̀-tet.',
  },
  {
    small: '记住三不',
    large: ['不听他说完', '不给验证码', '不转钱'],
    cmn: '记住三不：不听他说完，不给验证码，不转钱。',
    yue: '记住三样：唔好听佢讲完，唔好畀验证码，唔好转钱。',
    hak: 'ki-tet sâm m̀-hó: m̀-hó thâng kì kóng vàn, m̀-hó pûn ngiam-chṳn-má, m̀-hó chón-chhièn.',
  },
  {
    small: '钱已经转走了',
    large: ['马上打 110', '再打银行客服'],
    cmn: '钱已经转走了，马上打幺幺零，再打银行客服，请银行帮忙止付。越快越好。',
    yue: '啲钱已经转咗，即刻打一一零，再打银行客服，请银行帮手止付。越快越好。',
    hak: 'chhièn chón-chéu è, kiak-kiak tá yit-yit-làng, chai tá ngiùn-hòng hak-fu̍k, chhiáng ngiùn-hòng ten-sú. ye̍t kiak ye̍t hó.',
  },
  {
    small: '《反电信网络诈骗法》第三十四条',
    large: ['追回来的钱，', '要及时还给您。'],
    cmn: '反电信网络诈骗法第三十四条写着：追回来的钱，要及时还给您。',
    yue: '反电信网络诈骗法第三十四条写明：追返嚟嘅钱，要及时还返畀你。',
    hak: 'fán thien-sin mióng-lo cha-phien-fap, thi sâm-sṳ̍p-si thiàu siá-tén: tûi-tó ke chhièn, oi kiak-kiak vàn pûn ngì.',
  },
  {
    small: '拿不准，先问一声',
    large: ['96110', '镇上司法所'],
    cmn: '拿不准，打九六幺幺零问一声，也可以到镇上司法所坐一坐。',
    yue: '拿唔定主意，打九六一一零问下，亦都可以到镇上司法所坐下。',
    hak: 'm̀-tî ngióng-pân, tá kiú-liuk-yit-yit-làng mun-ha-é, ya cho-tet to chṳ́n-song sṳ̂-fap-só chhô-ha-é.',
  },
]
