/** Why an update cannot be taken in, offered or installed. */
export const updateErrors = {
  'update-bad-name': {
    says: 'Tên tệp “{{name}}” không dùng được.',
    do: 'Chỉ nhận tệp cài đặt (.exe, .AppImage, .deb, .tar.gz) và tệp phát hành .jws, tên gồm chữ không dấu, số, dấu chấm, gạch nối.',
  },
  'update-too-large': { says: 'Tệp lớn hơn {{mebibytes}} MiB.', do: 'Kiểm tra lại tệp; bộ cài đặt không lớn như vậy.' },
  'update-busy': { says: 'Tệp này đang được người khác tải lên.', do: 'Chờ xong rồi thử lại.' },
  'update-incomplete': {
    says: 'Tệp {{file}} mà bản phát hành nêu chưa có ở đây, hoặc khác với tệp đã ký.',
    do: 'Tải đúng tệp cài đặt lên trước, rồi mới tải tệp phát hành .jws.',
  },
  'update-forged': {
    says: 'Bản phát hành này không có chữ ký của nhà phát hành, nên không được dùng.',
    do: 'Không cài đặt gì. Quản trị viên của tỉnh lấy lại tệp .jws từ nhà phát hành và báo cho họ.',
  },
  'update-older': {
    says: 'Phiên bản {{version}} cũ hơn phiên bản {{running}} đang chạy, nên không được dùng.',
    do: 'Máy vẫn dùng bình thường. Muốn quay về bản cũ, tỉnh cần bản phát hành quay lui đã ký.',
  },
  'update-not-here': {
    says: 'Máy này không tự cập nhật được.',
    do: 'Nhờ người cài đặt máy cài phiên bản {{version}} bằng tay, ngoài giờ họp.',
  },
  'update-keyless': {
    says: 'Bản phần mềm này không nhận cập nhật từ tỉnh.',
    do: 'Nhờ người cài đặt máy cài bản mới bằng tay, ngoài giờ họp.',
  },
  'update-no-file': {
    says: 'Phiên bản {{version}} không có bộ cài đặt cho loại máy này ({{platform}}).',
    do: 'Máy vẫn dùng bình thường. Báo cho tỉnh.',
  },
  'update-not-at-hub': {
    says: 'Máy của tỉnh chưa có tệp {{file}}.',
    do: 'Không cần làm gì, máy tự thử lại. Nếu còn mãi, báo cho tỉnh tải tệp này lên.',
  },
  'update-changed': {
    says: 'Tệp {{file}} nhận được khác với tệp đã ký, nên đã bị xóa.',
    do: 'Không cần làm gì, máy tự tải lại. Nếu lặp lại, báo cho tỉnh.',
  },
  'update-failed': {
    says: 'Không cài được bản cập nhật: {{detail}}.',
    do: 'Máy vẫn dùng bản cũ và tự thử lại. Nếu lặp lại, kiểm tra dung lượng đĩa và báo cho tỉnh.',
  },
  'update-not-started': {
    says: 'Phiên bản {{version}} không khởi động được trên máy này; đã trở lại bản cũ.',
    do: 'Máy vẫn dùng bình thường. Báo cho tỉnh; bản này không được thử lại ở đây.',
  },
  'update-not-installed': {
    says: 'Phiên bản {{version}} chưa được cài: trình cài đặt bị đóng nhiều lần hoặc không được cấp quyền.',
    do: 'Máy vẫn dùng bình thường. Nhờ người có quyền quản trị máy cài bằng tay, ngoài giờ họp.',
  },
  'update-not-installed-yet': {
    says: 'Phiên bản {{version}} chưa được cài: trình cài đặt bị đóng hoặc không được cấp quyền.',
    do: 'Máy vẫn dùng bình thường và sẽ hỏi lại sau. Lần sau, chọn “Có” (Yes) khi Windows hỏi.',
  },
  'update-quiet': {
    says: 'Sắp có họp, đang họp hoặc đang kiểm tra: lúc này không cài đặt gì.',
    do: 'Chờ xong việc; máy tự cài sau đó.',
  },
  'update-must': { says: 'Bản này đã được hoãn đủ số lần cho phép.', do: 'Lưu việc đang làm; máy sẽ tự cài khi rảnh.' },
  'release-unknown': { says: 'Bản {{version}} không còn là bản đang gửi.', do: 'Tải lại trang rồi xem lại.' },
  'data-newer': {
    says: 'Dữ liệu trên máy này do một phiên bản mới hơn ghi.',
    do: 'Cài lại phiên bản mới hơn, hoặc khôi phục bản sao trong thư mục before-update theo hướng dẫn vận hành.',
  },
};
