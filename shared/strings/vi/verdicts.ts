export const verdicts = {
  check: {
    pass: 'Đạt',
    warn: 'Cảnh báo',
    fail: 'Không đạt',
    unmeasured: 'Không đo được',
    'not-run': 'Chưa kiểm tra',
  },
  readiness: {
    ready: 'Sẵn sàng',
    'ready-with-notes': 'Sẵn sàng, có lưu ý',
    'not-ready': 'Chưa sẵn sàng',
    unmeasured: 'Không đo được',
    incomplete: 'Làm dở dang',
    'no-data': 'Chưa có dữ liệu',
  },
  composition: {
    undetermined: 'Chưa xác định thành phần',
    right: 'Đúng thành phần',
    'deputy-by-assignment': 'Dự thay theo phân công',
    'substitute-pending': 'Dự thay theo ủy quyền, chờ duyệt',
    authorised: 'Ủy quyền hợp lệ',
    wrong: 'Sai thành phần',
  },
  /** Said of any check whose probe brought no measurement. */
  probe: {
    'timed-out': { says: 'Quá thời gian đo.', do: 'Đóng các ứng dụng khác rồi đo lại mục này.' },
    cancelled: { says: 'Đã hủy trước khi đo xong.', do: 'Bấm “Đo lại” khi sẵn sàng.' },
    'probe-error': {
      says: 'Phần mềm không đo được mục này.',
      do: 'Đo lại; nếu vẫn vậy, khởi động lại phần mềm và báo đường dây hỗ trợ.',
    },
    'not-run': { says: 'Mục này chưa được đo.', do: 'Bấm “Kiểm tra tất cả”.' },
    unknown: { says: 'Kết quả “{{reason}}” do một phiên bản khác ghi.', do: 'Cập nhật phần mềm để xem đầy đủ.' },
  },
};
