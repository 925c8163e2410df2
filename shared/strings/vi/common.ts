export const common = {
  appName: 'Điểm Cầu',
  language: { vi: 'Tiếng Việt', en: 'English', choose: 'Ngôn ngữ' },
  actions: {
    cancel: 'Huỷ',
    close: 'Đóng',
    confirm: 'Xác nhận',
    retry: 'Thử lại',
    save: 'Lưu',
    signIn: 'Đăng nhập',
    signOut: 'Đăng xuất',
  },
  whatToDo: 'Cách xử lý',
  yes: 'Có',
  no: 'Không',
  notApplicable: 'Không áp dụng',
};
