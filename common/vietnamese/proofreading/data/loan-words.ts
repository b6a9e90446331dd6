/** Foreign words written with Vietnamese marks and in one word, and sounds; lower case. */
export const loanWords: ReadonlySet<string> = new Set(
  `now how low tow row cow bow vow bar car her per sir air hair chair pair has his bus gas mix max box six sex lux tax roof beef door floor poor soon noon moon boom yes does goes bees pos dos los cos bos nas
  tree chown teen boss app web wifi sofa chef golf surf brief info cafe left soft gift lift life file wife free coffee week feed meet been seen keen teen inn off till full bill mall hall ball fall call sell cell cool pool tool food foot book room zoom shop staff miss
  mess class glass press bass gram watt volt mutt putt bitt mitt jazz fizz buzz vắcxin vácxin văcxin cácbon cácbônic côngtenơ côngtơ ôtô xilô môtô môđun môtơ ôxy ôxi ôzôn êtanol mêtan prôtêin prôtit lipít glucôzơ
  pôlyme pôlime xenlulô xenlulôzơ vitamin pênixilin kháng amiăng axít axit bazơ nitơ hyđrô hiđrô phốtpho clo crôm niken mangan vônfram titan
  xăngđan câyviôlông viôlông ghita ácmônica oócgan rađiô rađa catxét cátxét micrô mêgaoát kilôgam kilômét kilôoát mêtrô mêtơ xentimét milimét
  đềxiben đềximét đôla rúp đinamô xêri sêri sêriô sécbi vécni xúpvâng xônát bôxít bôlêrô bôxit lôgarit lôgíc lôgic êkíp câulạcbộ ápphích
  panô bêtông ximăng xúcxích sôcôla sôđa côla cacao càphê phêrô giêsu kitô mađrít pari luânđôn mátxcơva êđê bana xơđăng mơnông mnông giarai
  raglai rơmăm ơđu hmông mông vgate aptômát rơle rơmoóc rơmóc ăngten ắcquy ácquy điôxít điôxin đioxin penixilin xiclô xyclô xíchlô tắcxi bốctông gôm
  vônkế ămpe ômkế ghisê gacđơbu sơmi băngrôn bănggrôn bătgiôn bôngsen ôkê ô-kê ốpla cômpa compa sơri xơri đăk đắk krông`.split(
    /\s+/,
  ),
)
