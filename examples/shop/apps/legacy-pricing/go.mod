module git.example.com/shop/legacy-pricing

go 1.26
