// Package proxy maps paths to services.
package proxy

import (
	"net/http"
	"net/http/httputil"
	"net/url"
)

var services = map[string]string{
	"/articles/": "http://api:3000",
	"/turnover":  "http://reports:8000",
	"/invoices/": "http://billing:8080",
}

// Routes leads each path to its service, and answers /health itself.
func Routes() http.Handler {
	mux := http.NewServeMux()
	for path, address := range services {
		target, err := url.Parse(address)
		if err != nil {
			panic(err)
		}
		mux.Handle(path, httputil.NewSingleHostReverseProxy(target))
	}
	mux.HandleFunc("/health", func(w http.ResponseWriter, _ *http.Request) { w.WriteHeader(http.StatusOK) })
	return mux
}
