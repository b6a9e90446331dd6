import { stripTones } from '#common/vietnamese/syllables/parse-syllable'

/**
 * Every syllable that some Vietnamese word is made of, by its rime with the tone: the onsets it is written with, `0` for none. Behind the
 * bar stand those that are no word alone but only part of one (chuẩn bị, hốc hác). Written from general knowledge of the language; no
 * word list was copied.
 */
const table = `
a: 0 b c ch d đ g gi h l m n ng nh p ph qu r s t th tr v x | kh; à: 0 b c ch đ g gi h l m ng nh ph qu r s t th tr v x | d kh n; á: 0 b c ch d đ g gi h kh l m n nh ph qu r s t th tr v x; ả: 0 b c ch đ g gi h l m ng nh ph qu r s t th tr v x | kh n; ã: 0 b d đ g gi l m n ng r t tr v x | ch nh s; ạ: 0 b c d g gi h l m n ng qu r s t v x | ch
ác: 0 b c d g h kh l m nh p r s t th v x | ch đ gi n ng ph qu tr; ạc: b c ch g h kh l m n nh ph qu r s t v x | d đ ng th tr
ách: 0 b c đ h kh l m ng nh ph qu r s t th v x | tr; ạch: 0 b ch đ g l m ng qu r s t th tr v x | c h ph
ai: 0 b c ch d đ g gi h kh l m n nh ph qu r s t th tr v | ng; ài: b c ch d đ g h l m n ng nh qu s t th tr v x | r; ái: 0 b c ch d đ g h kh l m n ng nh ph qu r s t th tr v | x; ải: 0 b c ch d gi h kh m n ng nh ph qu r s t th tr v | l; ãi: b c d đ gi h l m ng nh r s t v | ch; ại: b d đ h l m n ng nh qu t tr v
am: 0 c d đ g gi h kh l n ng nh r s t th v | tr; àm: b c ch d đ h l ng nh ph r t th tr v | s x; ám: 0 b c d đ gi kh n nh r s t th tr x | h ng; ảm: 0 c gi kh nh th tr x | đ h l; ãm: h | l; ạm: ch d đ h l n ph r s t tr v | c
an: 0 b c ch d đ g gi h kh l m n ng nh qu r s t th tr v x | ph; àn: b c d đ g gi h kh l m ng nh ph qu r s t tr v | n; án: 0 b c ch d đ g gi h l n ng ph qu r s t tr v | kh m th x; ản: b c gi kh n nh ph qu s t | đ th; ãn: d gi h m nh v | l; ạn: b c ch d đ g h l m n ng nh r s v
ang: b c ch d đ g gi h kh l m n ng nh ph qu r s t th tr v x | 0; àng: b c ch d đ gi h kh l m n ng ph qu r s t tr v x | nh; áng: b c ch d đ gi h kh l m n ng nh qu r s t th tr v x | 0; ảng: b c đ gi h kh l m ph qu r s t th tr v | 0; ãng: đ h l m nh qu v | ng; ạng: ch d gi h kh l m n qu r t tr v | ph
anh: 0 b c ch d đ g gi h kh l m n nh ph qu r s t th tr x | v; ành: b c ch d đ g gi h kh l m n ng nh ph qu r s t th tr v | x; ánh: 0 b c ch đ g kh l m n nh qu s t th tr v | h; ảnh: 0 b c ch d đ l m ng nh r s x | gi kh th; ãnh: l r v | h m; ạnh: 0 b c g h l m n ng qu t | ch nh th v
ao: 0 b c ch d đ g gi h kh l m n nh ph r s t th tr v x | ng qu; ào: b c ch d đ g gi h l m n ph qu r t th tr v x | 0 ng nh s; áo: 0 b c ch đ g gi kh l m n ng nh ph qu r s t th tr v x | d h; ảo: 0 b ch đ gi h kh l r s t th tr | c x; ão: b ch l m n ng nh r | h; ạo: 0 b c ch d đ g l n nh t th x | h kh m ng s tr
áp: 0 c đ gi kh l ng nh p ph r s t th tr v x; ạp: c ch đ h kh l m n r s t th v | b nh x
át: 0 b c ch d đ gi h kh l m n ng nh ph qu r s t th tr v x; ạt: b c ch d đ g h l m n nh ph qu r s t v | 0 gi ng
au: c ch đ g l m nh ph r s t th | h kh qu; àu: b c d g gi h l m ng nh qu t tr | x; áu: b c ch đ g h kh l m n qu s t | ng; ảu: ch tr | b c l nh x; ạu: b qu | c l x
ay: b c ch d đ g h kh l m n ng nh ph qu r s t th v x; ày: b c ch d đ gi m n ng nh qu r t th tr v; áy: 0 c ch đ g gi h kh l m n ng nh r t th v x; ảy: b c ch đ g kh m n nh ph qu r s th tr v x | l; ãy: d đ g gi h n r; ạy: c ch d l m n nh qu r tr v
e: 0 b c ch d đ g h kh l m ng nh p qu r s t tr v x | n th; è: 0 b ch đ g h kh l m n ng nh ph qu r s t th tr v x | d; é: b c ch d g h kh l m n ng nh qu r t th tr v x | 0 gi; ẻ: b c ch d đ g gi kh l m n qu r s t th tr v x | nh; ẽ: b ch d kh l nh r s t th v | qu; ẹ: b c g h l m nh s | 0 tr
éc: b c h l ph s t v x | 0 đ; ẹc: x | kh
em: 0 b c ch đ h kh n nh t x | l m; èm: b c gi l m r t th tr | h nh; ém: 0 c ch g l m n t x | tr; ẻm: ch h l nh t; ẹm: l v | h nh
en: b c ch đ g h kh l m n nh ph qu r s th x | v; èn: b c ch d đ g h kh l m ph qu r t tr x | ng th; én: 0 b c ch l n ng nh r v x | kh m qu; ẻn: 0 ch l v x; ẽn: b ch ng t | l tr; ẹn: b c ch đ g h ng th v | l nh
eng: c ch l r t | b; èng: m ph x; éng: ph | b l; ẻng: c r x | l
eo: 0 b c ch d đ gi h kh l m n nh ph s t th tr v x; èo: b c ch đ l m n ng nh ph qu r s t th tr v x | 0 h kh; éo: b c ch đ gi h kh l m n ng nh qu r t tr v x | 0; ẻo: 0 b c ch d h kh l m n r th tr x | ng t v; ẽo: 0 b c đ nh t x | l ng; ẹo: 0 b c ch d g gi l m ng qu r s th tr v x | nh t
ép: 0 c ch d g kh l m n nh ph t th x | b; ẹp: 0 b c ch d đ gi h l m n x | nh t th
ét: 0 b c ch đ g h kh l m n ng nh ph qu r s t th tr v x; ẹt: 0 b c ch d đ kh l m n ng ph qu r t tr v x | nh
i: 0 b c ch đ g h kh l m n ph r s t th tr v x | d ng nh; ì: 0 b c ch d đ g h kh l m n ng nh ph qu r s t th tr v x; í: b c ch d gi h kh l m ng ph qu r t th tr v x | 0 nh; ỉ: 0 b ch gi h kh n ng nh ph r s t v | c m th; ĩ: 0 b d đ ng nh s tr v | c m r t; ị: b c ch d l m ng ph qu r s t th tr v | 0 x
ia: b c ch h l m r t th x; ìa: b c ch d đ kh l ph r th; ía: đ kh m nh ph t v | x; ỉa: 0 đ m r s t tr v x; ĩa: ch d đ n ng; ịa: b ch đ kh l ph r tr
ích: 0 b c ch đ h kh l m nh ph r t th tr v x | d; ịch: b c d đ h l ng ph s t th tr x | 0 m r
im: b c ch g h l m ph r s t | 0; ìm: b c ch d g gi l t; ím: b ch m nh ph t th | d; ỉm: b | 0 l m ng t; ĩm: h | m; ịm: l v
in: 0 đ m n ph s t th v x | b kh l; ìn: 0 c gi kh m nh th; ín: 0 c ch n nh t | th; ỉn: x | ch ng; ĩn: ch; ịn: b m nh tr v x | r
inh: 0 b c ch d đ kh l m n ph r s t th tr v x | ng nh; ình: b c ch đ h l m n ph r s t th tr | 0 x; ính: b c ch d đ l n s t th | ph x; ỉnh: b c ch đ h kh ph r s t th | l ng nh x; ĩnh: 0 b ch d l ph t v | đ h kh x; ịnh: b đ n th tr v | l m t
íp: b c ch d h l m n nh t | th; ịp: b c d nh r
ít: 0 b c ch đ h kh l m n ng ph qu r s t th v x | nh tr; ịt: 0 b c ch đ kh m n ng qu r s t th tr v x | d nh ph
iu: 0 ch nh r s th x | h kh l ng t; ìu: b ch d đ th x | l r; íu: b ch d kh l n nh t x | r v; ỉu: x | 0 b ng th; ĩu: b c | t; ịu: b ch d đ n ph th x | l ng nh t
iê: gi
iếc: b ch đ g l t th x | nh; iệc: d t v
iêm: c ch d kh l n ng t v x | th; iềm: c d đ l n r t | h th; iếm: 0 b c ch h t | đ ph; iểm: c đ h s th | x; iễm: l nh | d; iệm: l t | c đ n ng nh
iên: b c ch d đ h l n ph t th v x | kh m ng nh; iền: b c đ g h kh l n ng t th tr v | ch ph; iến: b c ch h kh l m ng ph t th tr; iển: b đ h th v | kh tr x; iễn: d l m s | nh t v; iện: b c d đ h m ng t th v | ch ph tr
iêng: 0 c ch gi kh l ng r s t th tr | b h; iềng: c ch n th tr | r; iếng: c ch đ m t v | b h l; iểng: 0 c l s x; iễng: c kh n; iệng: kh l m tr
iếp: c ch h l t th | d kh nh; iệp: l | d đ h ng t th
iết: b c ch d m n r s t th tr v x | kh ph; iệt: b c d l m n ph r t th tr v | ng nh
iêu: 0 c ch đ kh l n ng p r s t th tr x | d nh ph; iều: c ch đ nh t th tr | m; iếu: b c ch d đ h kh m ph r th | t; iểu: b c ch đ h t th; iễu: d l m nh; iệu: c đ h l th tr | d n
o: 0 b c ch d đ g gi h kh l m n nh ph r s t th tr v x; ò: 0 b c ch d đ g gi h kh l m ng nh ph r s t th tr v | n; ó: b c ch d đ gi kh l m ng nh ph r th v x | 0 n t; ỏ: b c ch d đ gi m n ng nh r s t th tr v x; õ: b ch đ g l m n ng r v | nh; ọ: 0 b c ch d đ gi h l n ng nh r s th tr v x
oa: 0 h kh l ng r t th x | d s; òa: 0 h l nh t x; oà: th; óa: đ g h kh l nh t x | d th; oá: ch; ỏa: h kh t th; oả: x; oã: ng; õa: l x; ọa: đ h ng t
oác: 0 h kh ng t | x; oạc: ch l ng t x
oách: 0 ng; oạch: 0 h x
oai: 0 kh l ng nh | th; oài: ch đ h l ng nh s t x; oái: ch kh ng t th | 0; oải: th x | 0 kh; oãi: ch | d; oại: 0 l ng th | h t
oàm: 0 ng nh s | x; oạm: ng
oan: 0 đ h kh l ng t x | d; oàn: đ h l t th x; oán: 0 ch đ h kh t th; oản: 0 đ kh t; oãn: d h n ng; oạn: đ h l s
oang: 0 ch h kh l ng nh t x; oàng: 0 đ h | l x; oáng: ch kh l t th; oảng: ch đ h kh l ng th x; oãng: d đ l; oạng: ch nh x | l
oanh: 0 d kh l | t; oành: d đ h x | 0; oảnh: kh ng; oạnh: h
oao: ng; oào: kh; oáo: ng
oạp: 0 ch
oát: 0 kh l s t th x; oạt: đ h l s th x
oay: h l m ng nh x; oáy: h kh ng x | nh t; oảy: ng
óc: 0 b c d đ g h kh l m n ng nh ph r s t th tr v x | ch gi; ọc: 0 b c ch d đ gi h l m n ng nh r s th tr v | t x
oe: 0 h kh l ng nh t x; òe: h l nh t x; oé: 0 ng nh; óe: ch kh l | t; oẻ: 0; ỏe: kh t; õe: t; oẹ: x; ọe: 0 ch h ng
oen: h kh l t | nh x; oèn: nh t x | ch; oẻn: h ng nh
oeo: kh; oèo: ng | kh; oéo: ng; oẻo: kh ng
oét: kh l ng nh t | x; oẹt: ch h nh t x | l
oi: c ch d đ h l m n ng nh ph r s t th tr v x | gi; òi: 0 b c ch d đ gi h l m ng ph r s t th tr v; ói: 0 b c ch đ g gi h kh l m n ng nh r s t th tr v x; ỏi: 0 b c ch đ g gi h kh l m n s t th tr; õi: c d l ng r s; ọi: 0 c d đ g gi m v | l
om: 0 b c d đ g h kh l m n nh ph t th x | r; òm: 0 b c ch d h kh l m ng nh r s t th tr v x | đ; óm: c d đ h kh m ng nh t tr x | l r; ỏm: 0 b c ch đ ng r | d h l m nh t th; õm: b ch h l m t tr x; ọm: c s x | kh l r
on: b c d đ g gi h l m n ng s t th tr v x; òn: b c đ gi h l m s t v | g ng; ón: b d đ gi m n nh r s v x | ng; ỏn: 0 c l ng r v | ch gi h; õn: n nh tr; ọn: b c ch d g l m n ng nh tr | đ
ong: 0 b c ch d đ h l m n ph r s t th tr v x | ng nh; òng: b c ch d đ g h l m n ng nh ph r s t th tr v x | 0 kh; óng: 0 b c ch đ gi h l m n ng nh ph r s tr v; ỏng: b ch đ gi h l m ng nh ph th tr v x | 0 c d g kh t; õng: 0 b c ch d đ l ng nh s v x | th; ọng: b c đ g gi h l m n ng ph t tr v | d
oóc: c m s
oong: b c l s t x; oòng: ch g t; oóng: b
óp: 0 b c ch g h l m n ng nh t th x; ọp: 0 b c d đ h l s v x | t
ót: 0 b c ch d đ g h l m ng nh r s t th tr v x | ph; ọt: 0 b c đ g kh l m ng nh ph r s t th tr v | ch
oắc: h ng; oặc: h
oăm: h kh | 0; oằm: kh; oắm: h kh
oăn: ch l x | kh th; oằn: 0 ng; oắn: x; oẳn: 0 h
oăng: h l nh | 0; oằng: h ng | l; oắng: kh th; oẳng: 0; oẵng: h ng
oắt: 0 ch h kh l ng th; oặt: 0 ng
u: 0 b c ch d đ g gi h kh l m n ng nh ph r s t th tr v x; ù: 0 b c ch d đ g h kh l m ng nh ph r s t th tr v x; ú: 0 b c ch đ gi h kh l m ng nh ph r s t th tr v x; ủ: 0 b c ch đ h kh l m ng nh ph r t th tr; ũ: c d gi h l m ng nh ph r v x; ụ: b c d đ g h kh l m n ng nh ph s t th tr v x | 0
ua: b c ch d đ gi h kh l m n r t th v x; ùa: 0 b ch d đ h l m r v | th; úa: b c ch l m nh t | d; ủa: 0 b c r t th | n; ũa: đ l r; ụa: 0 l nh r s tr
úc: 0 c ch đ h kh l m n ng nh ph r s t th tr v x; ục: 0 b c ch d đ g gi h kh l m n ng nh ph r s t th tr v x
ui: c ch đ kh l m n nh r s t th tr v x | ph; ùi: b c ch d đ gi l m n ng nh s th tr v x; úi: b c ch d gi h l m n r t th x | 0; ủi: 0 c đ gi h l m ng nh ph r s t th; ũi: c ch d đ l m tr; ụi: b c d g gi h l m r t th tr x | nh
um: 0 c ch đ h kh l r s t th x | m; ùm: 0 b c ch đ gi h l r t th tr | s x; úm: 0 c ch d đ h kh l m n nh r t tr x; ủm:  | b l m t th; ũm: b ch h l t v; ụm: b c ch h l ng r s t tr
un: c ch d đ h m ph r s t th tr v x; ùn: b c ch d đ g h l m n ng nh ph r s tr | v; ún: b d đ l m nh ph r s; ủn: 0 b c ch h m r x | l ng nh t; ũn: c l nh | ch; ụn: đ l m s tr v
ung: 0 b c ch d đ h kh l m n nh ph r s t th tr v x; ùng: 0 b c ch d đ g h kh l m n ng nh ph r s t th tr v | x; úng: 0 b c ch d đ h l n ng nh ph r s t th tr x; ủng: 0 b c ch đ kh l m nh r s th x; ũng: c d đ l n nh s th tr v; ụng: b c d đ kh l n nh ph r t th tr v
úp: b c đ gi h l m n r s t x; ụp: 0 b c ch đ h l m ng s th tr x r
út: b c ch d đ g h l m ng nh ph r s t th tr v x; ụt: 0 b c ch đ g h l m ng nh ph r s t th tr v | kh
uy: h l ph s t | 0 d kh ng tr; ùy: t tr | th; uỳ: x; úy: 0 | h t th; ủy: h th | 0 t; ũy: l; uỵ: tr; ụy: l ng | t th
uya: kh l | x
uých: h; uỵch: 0 h
uyn: t
uynh: h kh x; uỳnh: 0 h kh qu; uýnh: l qu; uỷnh: qu
uýp: t
uýt: h s t x; uỵt: qu x
uỷu: kh | ng; uỵu: kh
uyên: 0 ch d ng t x | h kh l th; uyền: ch qu t th tr | h; uyến: ch l t x | kh qu; uyển: ch kh s t | 0; uyễn: s | h ng; uyện: ch h l ng qu tr
uyết: kh qu t th | h; uyệt: d h t | ng qu
uân: kh t x | h l tr; uần: t | th; uấn: l | h t; uẩn: 0 ch x | kh; uẫn:  | th; uận: nh th | l
uâng:  | kh
uất: kh s x | t; uật: l th tr
uây: kh ng x; uầy: ng; uấy: kh; uẩy: 0 | ng; uậy: ng
uê: th | h kh x; uề: h | x; uế: 0 h th | nh t; uể: th x | 0; uệ: h t
uếch: ch kh | h t; uệch: ch ng t x
uênh: h; uềnh: d đ t | x
uốc: c ch d đ g l n nh r t th; uộc: b c ch g l n th | gi t
uôi: ch đ m n ng x; uồi: b ch g m ng r; uối: c ch đ m n r s; uổi: b đ h t | r; uỗi: ch d m; uội: c ch m ng
uôm: 0 nh | l; uồm: b; uốm: n nh; uỗm: c | m; uộm: l nh r th x
uôn: b kh l m s t th; uồn: b c ch l ng t th; uốn: 0 c m th; uỗn: đ th; uộn: c m
uông: b ch kh l m t tr v; uồng: b c ch g l m r s t th tr | x; uống: 0 c h kh l m x; uổng: 0 th x; uỗng: l m r; uộng: c ch r
uốt: ch l m n s t v; uột: 0 b ch đ n r t tr v
uơ: h kh; uở: th
y: 0 c h l m qu t v; ỳ: c l m qu t; ý: 0 c h l qu t; ỷ: 0 h qu t | c; ỹ: c m qu s v; ỵ: c l qu t
ấc: b g l n ng nh qu t x | c kh; ậc: 0 b
âm: 0 c ch d đ g gi h kh l m ng nh r s t th tr x | kh v; ầm: b c d đ g h l m n ng nh r s t th tr | 0 ch gi kh ph x; ấm: 0 b c ch d đ g gi l n ng nh r s t th | kh; ẩm: 0 b g h l m nh s t th | c ch ng ph r x; ẫm: b c ch đ gi l r s th tr | g m ng; ậm: 0 b ch d đ g gi h ng nh s | n r th tr v
ân: c ch d g kh l m n ng nh ph qu s t v | 0 b h r th tr; ần: b c d đ g gi l m n ng nh ph qu r s t th tr v | ch; ấn: 0 b c ch d kh l m n ng nh ph qu s t tr v x | h r; ẩn: 0 b c ch d kh l m nh s t v x | ng ph qu th tr; ẫn: c d l nh v | đ m ng ph qu th; ận: b c d đ gi h l m nh ph qu r t th tr v | ch ng
âng: b c d m n nh t v | l tr; ầng: b m qu t v; ấng: đ h; ẩng: h ng qu; ẫng: b c h n; ậng: n
ấp: 0 b c ch g gi h l n ng nh r s t th tr v | kh m ph; ập: 0 b c ch đ g gi kh l m n ng nh ph r s t th tr v | h x
ất: b c ch đ h l m nh ph qu r s t th v | 0 kh ng; ật: b c ch đ gi kh l m ng qu r s t th tr v | d nh ph
âu: 0 b c ch d đ kh l m n ng nh r s t th tr x | g gi h; ầu: 0 b c ch d đ g h l m ng r s t th tr v | gi; ấu: b c ch đ g gi h kh m n s t th tr x | 0 v; ẩu: 0 c đ kh m t th x | h l tr; ẫu: ch d g m n | h ng ph; ậu: b c ch d đ gi h l m n t | ng
ây: b c ch d đ g gi l m n ng ph qu r s t th tr v x | h nh; ầy: 0 b c ch d đ g gi h l m n nh qu r s t th tr v | ng; ấy: 0 b c ch d đ g gi h l m n ng qu s th v; ẩy: b đ g l m n ph qu r s t tr v x | 0 c h; ẫy: b d đ g gi l nh qu v; ậy: b c d đ n ng qu s v | nh
ê: 0 b c ch d đ g h kh l m n ng ph qu r s t th tr v x; ề: b c ch đ g gi l m n ng ph r s t th tr v x | 0 h kh; ế: 0 b c ch đ g kh m nh ph qu r t th v x; ể: b c d đ h n ng nh r t th | l s x; ễ: b d đ h l nh t tr | m ng; ệ: b c ch đ h l m n ng ph qu r s t th tr v x | 0 kh
ếc: gi
ếch: 0 c ch đ g h l m ng nh r th v | ph t tr x; ệch: 0 c ch l nh qu tr | b h ng r x
êm: 0 ch đ n t th; ềm: c đ m th x | ch; ếm: 0 đ n | gi; ệm: đ n
ên: b h l m n r s t tr v x | đ; ền: b c đ gi m n r s v; ến: b đ h m n s | r; ển: h ng; ễn: ph; ện: 0 b ch d n ng qu r th v
ềng: gi; ếng: gi
ênh: b c ch kh l m t th v x | d đ h ng nh s; ềnh: 0 c ch g l ph qu r t | b d đ h x; ếnh:  | ch; ểnh: g h s v | ch đ ng r; ễnh: 0 ch đ kh t | ng; ệnh: 0 b c kh l m ph qu | ch
ếp: b c n s th x | r; ệp: r t x | đ
ết: b c ch gi h l n ph qu r t th tr v; ệt: b d g h m ng ph qu r s tr v
êu: 0 b c đ kh l n r th tr v x | ng s t; ều: c đ kh l ph qu r th v | b ng x; ếu: l m n qu s v | h t; ểu: đ l ng th; ễu: gi l ph | ng; ệu: b nh tr x | r
ô: 0 b c d đ g gi h kh l m n ng nh p ph r s t th tr v x; ồ: 0 b c ch đ g gi h l m n ng ph r s t th tr v x; ố: b c đ h kh l m ng ph s t th tr v x | 0 n nh; ổ: 0 b c đ h kh l m n ng nh ph r s t th tr v x; ỗ: b ch d đ g gi l n ng r s tr v | h m; ộ: 0 b c ch đ g gi h l m n ng r s t tr
ốc: 0 b c ch d đ g h kh l m n ng nh ph qu r s t th tr v x; ộc: b c đ g h l m ng s t th tr x | 0 r
ôi: 0 b c d đ h kh l m n ng nh ph s t th tr v x; ồi: b c ch d đ g gi h l m n ng nh r s t th tr v; ối: 0 b c ch d đ g gi h kh l m n nh ph r t th tr v x; ổi: 0 b ch đ h n ph r s th tr x | c gi; ỗi: d đ l m n r; ội: b c d đ g gi h l n t tr v nh | ch
ôm: 0 b ch đ g h l m n nh r t tr x | c ph; ồm: 0 b c ch đ g l m n ng ph s | nh r th x; ốm: 0 c đ g l; ổm: h ng nh x | l; ỗm: h | ch; ộm: c l n r tr
ôn: b c ch đ g gi h kh m n ng nh ph t th tr v x | 0; ồn: 0 b c ch d đ h l m ng nh ph s t th v x; ốn: b c ch đ kh l ng r t tr v | th; ổn: 0 b c h ng nh r t th | kh; ỗn: h; ộn: 0 b c đ h l n nh r th tr x | ch ng
ông: 0 b c ch d đ g gi h kh l m n ng nh p ph r s t th tr v x; ồng: 0 b c ch đ g gi h l m n ng nh ph r s t tr v x; ống: 0 b c ch đ gi h kh m n r s t th tr v x; ổng: 0 b c ch đ h kh m ph r t tr v | l s x; ỗng: b h n ph r | ng; ộng: b c đ l m nh ph r | d
ốp: 0 b c ch đ l ph r s t x; ộp: b c ch đ g gi h l n ng r s th | x
ốt: b c ch d đ gi h l m n ng nh ph r s t th x | 0; ột: b c ch d đ g h l m n ng nh r s t th x
ắc: b c đ h kh l m n ng nh qu r s t th tr v x | 0 ph; ặc: 0 d đ g kh m n qu s t v | c ch gi h l tr
ăm: b c ch d đ g gi h kh l m n nh ph qu r s t th tr x | 0 ng; ằm: b c ch d đ gi h n r t tr v | g l; ắm: c ch đ g kh l m n ng nh qu s t th | x; ẳm: l qu | kh th; ẵm: đ; ặm: c ch d đ g l n nh qu | s
ăn: 0 c ch d g kh l n ng nh ph qu r s v | b m th tr x; ằn: b d đ g gi h l n ng qu r t th v | ch m nh tr; ắn: b c ch g gi h m n ng nh ph qu r s t v x | đ th; ẳn: c h kh l m t | b nh; ẵn: ch đ s; ặn: b c ch d đ g gi l m n nh r t v | tr
ăng: 0 b ch d đ g gi h kh l m n qu r s t th tr v x | nh ph; ằng: 0 b ch đ gi h r v x | d kh l n nh s th; ắng: b d đ g l m n s th tr v | 0 h kh nh; ẳng: 0 c ch kh ng nh ph qu th v | d đ; ẵng: b c đ h l ng; ặng: ch d đ g l n nh r t th | b
ắp: b c ch đ g kh l n nh qu r s t th x | ph; ặp: 0 b c ch g kh l qu
ắt: 0 b c ch d đ g gi h kh m ng nh ph qu r s t th tr v x | l; ặt: b c ch d đ g gi l m ng nh qu r v | s
ơ: 0 b c ch d đ gi h kh l m n ng nh ph qu r s t th tr v x | g; ờ: 0 b c ch d đ g gi h kh l m n ng nh ph qu r s t th tr v x; ớ: b c ch d đ h kh l m n ng nh ph qu r s t th tr v x | 0; ở: 0 b ch d g gi h l m n ph qu r s th tr v x; ỡ: b c d đ l m n ng nh r s v | x; ợ: b ch d đ l m n ng nh r s t th tr v
ơi: 0 b c ch d h kh l m n ng nh ph r t tr v x; ời: b c d đ gi h l m ng nh r t th tr v; ới: 0 b đ gi m n ph s t v x | l; ởi: b c g h kh l s x; ỡi: c h; ợi: đ g h l ng r s v
ơm: b c ch đ n ng nh r s th x; ờm: b ch đ g l m n ng nh r s x; ớm: 0 c ch g h m nh s th | r; ởm: đ r | ch d l; ỡm: 0 c l n; ợm: b h l ng r
ơn: 0 c ch d đ h l m ng nh ph s th tr x | b r; ờn: 0 b ch đ g gi h l nh r s th v | c tr; ớn: 0 c d đ h l m nh s tr | ng t; ởn: đ nh r s t v x; ỡn: b c gi nh ph r; ợn: c d g l r t tr | b ch
ớp: b ch d đ h kh l m n ng nh t tr x; ợp: b ch đ h l n ng r t
ớt: 0 b c ch đ h l ng nh ph r s t th tr v x; ợt: 0 b c ch d đ g h l nh r th tr v x
ư: 0 b ch d h kh l n ng nh s t th tr | c; ừ: 0 c ch đ g gi h l ng nh t th tr | d kh x; ứ: 0 b c ch d đ h kh ng nh s t th tr x; ử: 0 c h kh l nh s t th x | đ; ữ: c ch d gi l n tr | h ng; ự: c d h ng nh s t th tr | b l n
ưa: 0 b c ch d đ m n ng r s t th tr x; ừa: b c ch d đ l ng th tr v; ứa: 0 b c ch d đ h kh l m n ng ph r s t; ửa: b c ch l n r s t th x; ữa: b ch gi l n r s v; ựa: 0 b c d m ng nh ph r t v
ức: 0 b c ch đ l m n nh ph r s t th v | d h; ực: 0 b c ch đ l m ng r s th tr v | h x
ửi: c ch g ng
ừm: 0 h
ưn: ch; ừn: s
ưng: b c ch d đ h l n ng nh ph r s t th tr v x; ừng: 0 b ch d đ g kh l m n ng ph r s t th tr v | h; ứng: 0 b c ch đ h kh tr x; ửng: 0 b c ch d h l ng s t tr v x | nh r; ững: ch h l nh s v; ựng: ch d đ kh l n s v
ứt: b c d đ l m n nh ph r s v | ng; ựt: b gi nh s | ph
ưu: 0 b c h l m s v | ng; ừu: c tr; ứu: c m | kh; ửu: c s t | b; ữu:  | h; ựu: c l t | h
ước: 0 b c ch đ h kh n ng ph r t th tr x; ược: c ch d đ l ng nh t th v
ươi: 0 b kh m ng r t; ười: c đ l m ng r x; ưới: c d l r t; ưởi: b ch r s | t; ưỡi: c l r th; ượi: r
ươm: b g kh l r t; ườm: c ch g l n r t; ướm: b h r; ượm: đ g h l
ươn: 0 b kh l v; ườn: 0 đ l r s th tr v; ướn: m r t; ưỡn: 0 ph | đ th; ượn: l m th v | r
ương: 0 b c ch d đ g gi h kh l m n nh ph r s t th tr v x; ường: c ch d đ gi h l m n ng nh ph r t th tr | s; ướng: b ch d h l n nh ph s t tr v x; ưởng: ch h t th tr v x; ưỡng: c d g l ng tr; ượng: d g gi l ng nh ph s t th tr v
ướp: 0 b c m t; ượp: t | ch n
ướt: 0 kh l m s t th; ượt: d đ l m ph s t th tr v | b r
ươu: b h; ườu: t; ướu: b | kh; ượu: ph r
`

/** Spelt as Vietnamese spells onset and vowel together: c and e are ke, ng and ê nghê, gi and iê giê. */
function spell(onset: string, rime: string): string {
  if (onset === '0') return rime.normalize('NFC').replace(/^i(?=\p{L})(?=[êếềểễệ])/u, 'y')
  const vowel = stripTones(rime)?.base.charAt(0) ?? ''
  if (onset === 'gi' && vowel === 'i') return `g${rime}`
  if (onset === 'qu' && vowel === 'u') return `q${rime}`
  if (!'eêiy'.includes(vowel)) return onset + rime
  return (narrow[onset] ?? onset) + rime
}

const narrow: Readonly<Record<string, string>> = { c: 'k', g: 'gh', ng: 'ngh' }

const [all, bound] = [new Set<string>(), new Set<string>()]
for (const line of table.trim().split(/; |\n/)) {
  const [rime = '', onsets = ''] = line.split(': ')
  const [alone = '', within = ''] = onsets.split('|')
  for (const onset of `${alone} ${within}`.trim().split(/\s+/)) all.add(spell(onset, rime))
  for (const onset of within.trim().split(/\s+/)) if (onset !== '') bound.add(spell(onset, rime))
}

/** Lower case, old tone style. */
export const attestedSyllables: ReadonlySet<string> = all

/** Those of them that only stand within a word. */
export const boundSyllables: ReadonlySet<string> = bound
