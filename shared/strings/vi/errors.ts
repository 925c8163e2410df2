import { databaseErrors } from './errors-database.ts';
import { setupErrors } from './errors-setup.ts';
import { updateErrors } from './errors-updates.ts';

/** Every expected failure: what happened, and what to do. Keys are the codes of `shared/errors.ts`. */
export const errors = {
  ...databaseErrors,
  ...setupErrors,
  ...updateErrors,
  'input-invalid': { says: 'Dữ liệu gửi lên không hợp lệ: {{field}}.', do: 'Sửa lại trường được nêu rồi thử lại.' },
  'auth-required': { says: 'Chưa đăng nhập.', do: 'Đăng nhập rồi thử lại.' },
  'auth-wrong': { says: 'Tên đăng nhập hoặc mật khẩu không đúng.', do: 'Kiểm tra bộ gõ, phím Caps Lock rồi nhập lại.' },
  'auth-locked': {
    says: 'Tài khoản tạm khóa vì nhập sai nhiều lần.',
    do: 'Chờ {{seconds}} giây rồi thử lại, hoặc nhờ quản trị viên mở khóa.',
  },
  'auth-forbidden': { says: 'Tài khoản này không có quyền thực hiện.', do: 'Nhờ quản trị viên của tỉnh cấp quyền.' },
  'auth-clock': { says: 'Đồng hồ máy này lệch so với tỉnh.', do: 'Chỉnh lại ngày giờ của máy rồi thử lại.' },
  'rate-limited': { says: 'Gửi yêu cầu quá nhanh.', do: 'Chờ một phút rồi thử lại.' },
  'not-found': { says: 'Không tìm thấy.', do: 'Kiểm tra lại mã hoặc địa chỉ.' },
  'enrolment-bad-code': { says: 'Mã ghi danh không đúng.', do: 'Nhập lại đúng mã trên phiếu ghi danh của tỉnh.' },
  'enrolment-used': { says: 'Mã ghi danh này đã được dùng.', do: 'Xin tỉnh cấp mã mới.' },
  'enrolment-expired': { says: 'Mã ghi danh đã hết hạn.', do: 'Xin tỉnh cấp mã mới.' },
  'enrolment-already': {
    says: 'Máy này đã ghi danh cho {{point}}.',
    do: 'Không cần ghi danh lại; muốn đổi điểm cầu, liên hệ tỉnh.',
  },
  'enrolment-missing': { says: 'Máy này chưa ghi danh.', do: 'Nhập mã ghi danh do tỉnh cấp.' },
  'device-revoked': { says: 'Tỉnh đã thu hồi máy này.', do: 'Liên hệ đường dây hỗ trợ của tỉnh.' },
  'journal-bad-signature': {
    says: 'Bản ghi số {{seq}} có chữ ký không hợp lệ.',
    do: 'Giữ nguyên máy, báo ngay cho tỉnh.',
  },
  'journal-bad-chain': {
    says: 'Bản ghi số {{seq}} không nối đúng với bản ghi trước.',
    do: 'Giữ nguyên máy, báo ngay cho tỉnh.',
  },
  'journal-gap': { says: 'Thiếu bản ghi trước số {{seq}}.', do: 'Phần mềm sẽ gửi lại từ bản ghi còn thiếu.' },
  'journal-corrupt': {
    says: 'Nhật ký trên máy này không đọc được.',
    do: 'Giữ nguyên thư mục dữ liệu, báo đường dây hỗ trợ.',
  },
  'journal-rolled-back': {
    says: 'Dữ liệu trên máy này cũ hơn sổ của tỉnh: tỉnh đã nhận đến bản ghi số {{have}}, máy chỉ có đến số {{seq}}.',
    do: 'Thư mục dữ liệu là bản sao cũ. Vẫn đo và ghi được. Gọi tỉnh: người hỗ trợ lấy lại phần thiếu bằng lệnh “recover”.',
  },
  'checkpoint-forged': {
    says: 'Mốc xác nhận ở {{size}} bản ghi không mang chữ ký của tỉnh.',
    do: 'Giữ nguyên dữ liệu, báo thanh tra hoặc đường dây hỗ trợ của tỉnh.',
  },
  'checkpoint-rewritten': {
    says: 'Sổ của tỉnh không còn nối tiếp mốc đã ký ở {{size}} bản ghi: có bản ghi bị sửa, bỏ bớt hoặc chèn thêm.',
    do: 'Giữ nguyên máy và báo tỉnh; nếu tỉnh vừa khôi phục từ bản sao lưu, hỏi tỉnh để xác nhận.',
  },
  'checkpoint-lacks-entry': {
    says: 'Tỉnh đã báo nhận bản ghi số {{seq}} nhưng mốc ký của tỉnh không có bản ghi đó.',
    do: 'Giữ nguyên máy, báo ngay cho tỉnh; biên nhận trên máy này là bằng chứng.',
  },
  'leaf-changed': {
    says: 'Mục thứ {{position}} trong sổ của tỉnh đã bị sửa hoặc xóa sau khi ký mốc.',
    do: 'Giữ nguyên cơ sở dữ liệu, so với bản sao lưu và báo người phụ trách an toàn thông tin.',
  },
  'outside-tree': {
    says: 'Mục {{id}} được chèn vào cơ sở dữ liệu ngoài trình tự đã ký.',
    do: 'Giữ nguyên cơ sở dữ liệu và báo người phụ trách an toàn thông tin.',
  },
  'receipt-invalid': {
    says: 'Biên nhận không phải của tỉnh hoặc không thuộc bản ghi này.',
    do: 'Xin lại tệp chứng minh từ máy đã gửi bản ghi.',
  },
  'proof-unreadable': {
    says: 'Tệp này không phải tệp chứng minh của Điểm Cầu.',
    do: 'Chọn tệp do lệnh “prove” tạo ra, chép lại nguyên vẹn.',
  },
  'storage-failed': {
    says: 'Không ghi được vào đĩa: {{detail}}.',
    do: 'Giải phóng dung lượng đĩa, kiểm tra quyền ghi rồi thử lại.',
  },
  'disk-full': {
    says: 'Ổ đĩa của máy này đã đầy, chưa ghi được.',
    do: 'Xóa tệp không cần, dọn thùng rác rồi thử lại. Những gì đã lưu trước đó vẫn còn.',
  },
  'settings-corrupt': {
    says: 'Tệp {{file}} không đọc được, đã cất bản sao là {{copy}}. Nhật ký vẫn nguyên vẹn.',
    do: 'Tiếp tục làm việc; nếu mất ghi danh hoặc cài đặt, nhập lại và báo đường dây hỗ trợ.',
  },
  'key-protected': {
    says: 'Khóa của máy này do ứng dụng giữ, lệnh này không dùng được.',
    do: 'Mở cửa sổ ứng dụng và thực hiện ở đó ({{action}}).',
  },
  'key-unreadable': {
    says: 'Không đọc được khóa của máy này.',
    do: 'Giữ nguyên thư mục dữ liệu, xin tỉnh cấp mã ghi danh mới.',
  },
  'hub-unreachable': {
    says: 'Không kết nối được máy chủ của tỉnh ({{host}}).',
    do: 'Kiểm tra cáp mạng TSLCD; nếu mạng vẫn tốt, gọi đường dây hỗ trợ.',
  },
  'hub-timeout': { says: 'Máy chủ của tỉnh không trả lời kịp.', do: 'Chờ một phút rồi thử lại.' },
  'hub-not-a-hub': {
    says: 'Địa chỉ {{host}} trả lời nhưng không phải máy chủ Điểm Cầu.',
    do: 'Mạng có thể đòi đăng nhập: mở trình duyệt để đăng nhập mạng, hoặc kiểm tra địa chỉ.',
  },
  'hub-wrong-certificate': {
    says: 'Chứng thư của máy chủ không khớp mã ghi danh.',
    do: 'Không tiếp tục; báo đường dây hỗ trợ của tỉnh.',
  },
  'hub-busy': { says: 'Máy chủ của tỉnh đang bận.', do: 'Phần mềm sẽ tự thử lại.' },
  'pin-wrong': { says: 'Mã PIN không đúng.', do: 'Nhập lại; quên mã thì nhờ tỉnh đặt lại.' },
  'pin-locked': { says: 'Nhập sai mã nhiều lần.', do: 'Chờ {{seconds}} giây rồi nhập lại.' },
  'pin-missing': { says: 'Người này chưa có mã PIN trên máy này.', do: 'Đặt mã PIN trước khi đăng nhập.' },
  'pin-weak': { says: 'Mã PIN phải có ít nhất {{digits}} chữ số.', do: 'Chọn mã PIN dài hơn.' },
  'pin-already-set': {
    says: 'Người này đã có mã PIN trên máy này.',
    do: 'Đăng nhập bằng mã đó; quên mã thì nhờ tỉnh đặt lại.',
  },
  'pin-code-needed': {
    says: 'Cần mã đặt PIN dùng một lần của tỉnh.',
    do: 'Gọi đường dây hỗ trợ xin mã gồm 8 chữ số, rồi nhập cùng mã PIN mới.',
  },
  'pin-code-wrong': {
    says: 'Mã của tỉnh không đúng.',
    do: 'Đọc lại từng nhóm 4 chữ số với tỉnh; mã cũ hoặc quá hạn thì xin mã mới.',
  },
  'pin-code-unknown': {
    says: 'Máy này không có mã nào của tỉnh đang dùng được cho người này.',
    do: 'Kiểm tra kết nối với tỉnh, bấm “Đồng bộ ngay” rồi thử lại; nếu vẫn vậy, xin tỉnh cấp mã.',
  },
  'pin-code-expired': {
    says: 'Mã của tỉnh đã hết hạn.',
    do: 'Xin tỉnh cấp mã mới; kiểm tra ngày giờ của máy này.',
  },
  'pin-code-used': { says: 'Mã của tỉnh đã được dùng.', do: 'Mỗi mã chỉ dùng một lần; xin tỉnh cấp mã mới.' },
  'roster-unknown-person': {
    says: 'Người này không có trong danh sách lãnh đạo.',
    do: 'Đồng bộ lại, hoặc nhờ tỉnh bổ sung danh sách.',
  },
  'person-known': {
    says: 'Danh sách đã có người cùng họ tên và chức vụ.',
    do: 'Sửa người đã có, hoặc ghi chức vụ khác nhau để phân biệt.',
  },
  'person-designated': {
    says: 'Người này đang được chỉ định dự cuộc họp “{{title}}”.',
    do: 'Chỉ định người khác cho cuộc họp đó trước, rồi mới bỏ người này.',
  },
  'proposal-decided': { says: 'Đề nghị này đã có người quyết định.', do: 'Tải lại danh sách để xem kết quả.' },
  'meeting-unknown': {
    says: 'Không tìm thấy cuộc họp.',
    do: 'Mở lại danh sách cuộc họp và chọn lại; ở điểm cầu thì bấm đồng bộ trước.',
  },
  'meeting-cancelled': {
    says: 'Cuộc họp đã bị hủy.',
    do: 'Xem lý do hủy trong lịch họp; nếu vẫn họp, hãy lập cuộc họp mới.',
  },
  'call-taken': {
    says: '{{who}} đang gọi điểm cầu này từ {{time}}.',
    do: 'Chọn điểm cầu khác, hoặc hỏi {{who}} trước khi gọi.',
  },
  'ask-over': { says: 'Yêu cầu này đã được trả lời hoặc đã hết hạn.', do: 'Gửi yêu cầu mới nếu vẫn cần.' },
  'ask-many': {
    says: 'Điểm cầu này còn nhiều yêu cầu chưa trả lời.',
    do: 'Chờ điểm cầu trả lời, hoặc gọi điện cho kỹ thuật viên.',
  },
  'meeting-not-begun': {
    says: 'Chưa đến giờ bắt đầu cuộc họp.',
    do: 'Họp xong rồi hãy chốt. Nếu đã họp sớm hơn giờ mời thì ghi lý do rồi chốt.',
  },
  'meeting-changed': {
    says: 'Người khác vừa thay đổi cuộc họp này.',
    do: 'Mở lại cuộc họp để xem bản mới rồi sửa tiếp.',
  },
  'substitute-incomplete': {
    says: 'Người dự thay cần căn cứ, số văn bản, người ký và lý do.',
    do: 'Điền đủ các trường.',
  },
  'sound-no-output': {
    says: 'Máy không có đầu ra âm thanh nào để phát.',
    do: 'Cắm loa, tai nghe hoặc cáp HDMI của tivi rồi bấm phát lại.',
  },
  'sound-output-missing': {
    says: 'Không mở được loa đã chọn: {{label}}.',
    do: 'Cắm lại loa đó, hoặc chọn loa khác ở mục Loa, rồi bấm phát lại.',
  },
  'sound-not-playing': {
    says: 'Bộ xử lý âm thanh của máy không phát được tiếng.',
    do: 'Đóng các ứng dụng âm thanh khác rồi bấm phát lại; nếu vẫn vậy, khởi động lại máy.',
  },
  'seat-out-of-turn': {
    says: 'Việc này không khớp với tình trạng dự họp đang ghi.',
    do: 'Xem lại tình trạng hiện tại; nếu đã ghi nhầm, dùng “Đính chính”.',
  },
  'incident-unknown': {
    says: 'Không tìm thấy sự cố này, hoặc sự cố đã khắc phục.',
    do: 'Mở lại danh sách sự cố; nếu vẫn còn lỗi, báo sự cố mới.',
  },
  'entry-unknown': {
    says: 'Không tìm thấy mục cần đính chính trong nhật ký của máy này.',
    do: 'Chọn lại mục trong diễn biến cuộc họp; mục ghi ở máy khác thì nhờ tỉnh đính chính.',
  },
  'attachment-type': {
    says: 'Tệp này không phải ảnh JPEG, PNG hay tệp PDF.',
    do: 'Chụp lại hoặc quét văn bản thành ảnh hay PDF rồi chọn lại; cũng có thể bỏ qua tệp đính kèm.',
  },
  'attachment-size': {
    says: 'Tệp đính kèm lớn hơn {{limit, number}} MB.',
    do: 'Chụp lại ở cỡ nhỏ hơn hoặc quét đen trắng; cũng có thể bỏ qua tệp đính kèm.',
  },
  cancelled: { says: 'Đã hủy.', do: 'Thực hiện lại khi sẵn sàng.' },
  'cursor-unknown': {
    says: 'Con trỏ “since” không dùng được cho danh sách này.',
    do: 'Lấy lại toàn bộ, không gửi “since”, rồi dùng con trỏ mới.',
  },
  'cursor-expired': {
    says: 'Con trỏ “since” không còn dùng được.',
    do: 'Lấy lại toàn bộ, không gửi “since”, rồi dùng con trỏ mới.',
  },
  'webhook-address': {
    says: 'Không gửi được tới địa chỉ này.',
    do: 'Ghi địa chỉ bắt đầu bằng https://, không kèm tên đăng nhập; http:// chỉ dùng cho chính máy này.',
  },
  'point-known': { says: 'Đã có điểm cầu mang mã {{code}}.', do: 'Dùng mã khác, hoặc sửa điểm cầu đang có.' },
  'point-retired': {
    says: 'Điểm cầu {{name}} đã ngừng hoạt động.',
    do: 'Đưa điểm cầu hoạt động trở lại rồi thử lại.',
  },
  'point-invited': {
    says: 'Điểm cầu còn được mời dự “{{title}}”.',
    do: 'Bỏ điểm cầu khỏi giấy mời của cuộc họp chưa diễn ra rồi thử lại.',
  },
  'policy-changed': {
    says: 'Người khác vừa lưu một phiên bản ngưỡng mới.',
    do: 'Tải lại trang, xem phiên bản mới rồi sửa lại.',
  },
  'policy-contradiction': {
    says: 'Ngưỡng “{{field}}” mâu thuẫn với ngưỡng đi cùng.',
    do: 'Mức không đạt phải nặng hơn mức cảnh báo; sửa lại rồi lưu.',
  },
  'auth-disabled': { says: 'Tài khoản này đã bị khóa.', do: 'Liên hệ quản trị viên của tỉnh.' },
  'account-known': { says: 'Đã có tài khoản mang tên này.', do: 'Chọn tên đăng nhập khác.' },
  'account-unknown': { says: 'Không có tài khoản này.', do: 'Tải lại danh sách tài khoản.' },
  'account-last-admin': {
    says: 'Đây là quản trị viên cuối cùng.',
    do: 'Cấp quyền quản trị cho một tài khoản khác trước.',
  },
  'password-weak': { says: 'Mật khẩu quá ngắn.', do: 'Dùng mật khẩu từ {{least}} ký tự trở lên.' },
  'backup-corrupt': {
    says: 'Tệp sao lưu hỏng hoặc bị sửa: {{detail}}.',
    do: 'Dùng một bản sao lưu khác; chưa có gì được ghi vào dữ liệu.',
  },
  'backup-newer': {
    says: 'Tệp sao lưu thuộc phiên bản phần mềm mới hơn.',
    do: 'Cập nhật phần mềm của tỉnh rồi khôi phục.',
  },
  'province-not-empty': {
    says: 'Nơi khôi phục đã có dữ liệu của một tỉnh.',
    do: 'Khôi phục vào thư mục hoặc cơ sở dữ liệu trống; không có gì bị ghi đè.',
  },
  'import-bad-row': { says: 'Dòng {{line}}: {{detail}}.', do: 'Sửa dòng này trong tệp rồi nhập lại.' },
  'province-moved': {
    says: 'Dữ liệu của tỉnh đã được chuyển sang {{to}}.',
    do: 'Chạy máy chủ và các lệnh với --database trỏ tới đó.',
  },
  'move-hub-running': {
    says: 'Máy chủ vẫn đang chạy trên cơ sở dữ liệu này.',
    do: 'Dừng máy chủ rồi chạy lại; nếu máy chủ bị tắt đột ngột, đợi nửa phút.',
  },
  'move-target-used': {
    says: 'Cơ sở dữ liệu đích đã có dữ liệu (bảng {{table}}); chưa chuyển gì.',
    do: 'Tạo một cơ sở dữ liệu trống rồi chạy lại.',
  },
  'move-differs': {
    says: 'Bảng {{table}} đọc lại ở nơi đến không giống nơi đi; chưa chuyển gì.',
    do: 'Chạy lại; nếu vẫn vậy, giữ nguyên dữ liệu cũ và báo đường dây hỗ trợ.',
  },
  'window-untrusted': { says: 'Yêu cầu không đến từ cửa sổ của phần mềm.', do: 'Khởi động lại phần mềm.' },
  internal: {
    says: 'Phần mềm gặp lỗi ngoài dự kiến.',
    do: 'Khởi động lại phần mềm; nếu lặp lại, báo đường dây hỗ trợ.',
  },
};
